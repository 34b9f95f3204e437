project = "Themes"
extensions = ["sphinx_newstimeline", "handmade", "charted"]
html_theme = "alabaster"
html_sidebars = {"**": []}  # the search box there has an inline script
