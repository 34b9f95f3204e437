project = "Handmade"
extensions = ["sphinx_newstimeline", "handmade"]
