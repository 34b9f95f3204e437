project = "Charts"
extensions = ["sphinx_newstimeline", "charted"]
latex_documents = [("index", "charts.tex", "Charts", "Nobody", "howto")]
