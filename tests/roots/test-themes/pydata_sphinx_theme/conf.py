project = "Themes"
extensions = ["sphinx_newstimeline", "handmade", "charted"]
html_theme = "pydata_sphinx_theme"
html_context = {"default_mode": "auto"}
