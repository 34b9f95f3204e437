project = "MyST"
extensions = ["sphinx_newstimeline", "myst_parser"]
newstimeline_articles = ["articles/*"]
