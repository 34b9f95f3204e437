"""A small project that exports its timelines."""

extensions = ["myst_parser", "sphinx_newstimeline"]
html_baseurl = "https://docs.example/site/"
newstimeline_articles = ["articles/**"]
newstimeline_export = ["csv"]
suppress_warnings = ["newstimeline.unpublished"]  # of nobody.txt, which is to be undated
