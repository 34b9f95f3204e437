extensions = ["sphinx_newstimeline", "handmade"]
exclude_patterns = ["_build"]
master_doc = "index"
latex_documents = [("index", "chronology.tex", "Chronology", "Nobody", "manual")]
