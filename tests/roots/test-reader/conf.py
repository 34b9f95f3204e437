project = "Reader"
extensions = ["sphinx.ext.intersphinx", "sphinx_newstimeline"]
