"""The formats of the news industry and of the web, a module each."""
