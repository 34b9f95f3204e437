project = "Diary"
extensions = ["myst_parser", "sphinx_newstimeline"]
newstimeline_articles = ["articles/**"]
newstimeline_edits = ["edits.toml"]
newstimeline_periods = {"the works": "2025-03-01/2025-06-30"}
latex_documents = [("index", "diary.tex", "Diary", "Nobody", "howto")]
man_pages = [("index", "diary", "Diary", "Nobody", 7)]
