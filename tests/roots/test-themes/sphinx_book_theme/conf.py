project = "Themes"
extensions = ["sphinx_newstimeline", "handmade", "charted"]
html_theme = "sphinx_book_theme"
html_context = {"default_mode": "auto"}
