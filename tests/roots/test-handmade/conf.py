project = "Handmade"
extensions = ["sphinx_newstimeline", "handmade"]
latex_documents = [
    ("index", "handmade.tex", "Handmade", "Nobody", "howto"),
    ("foreign", "foreign.tex", "Foreign", "Nobody", "howto"),
]
