project = "Themes"
extensions = ["sphinx_newstimeline", "handmade", "charted"]
html_theme = "furo"
