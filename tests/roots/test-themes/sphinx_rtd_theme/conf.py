project = "Themes"
extensions = ["sphinx_newstimeline", "handmade", "charted"]
html_theme = "sphinx_rtd_theme"
