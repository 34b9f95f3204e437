project = "Articles"
extensions = ["sphinx_newstimeline"]
newstimeline_articles = ["articles/**"]
latex_documents = [("index", "articles.tex", "Articles", "Nobody", "howto")]
man_pages = [("index", "articles", "Articles", "Nobody", 7)]
