extensions = ["sphinx_newstimeline", "myst_parser"]
newstimeline_articles = ["articles/**"]
newstimeline_edits = "edits.toml"
newstimeline_chart = "hide"
