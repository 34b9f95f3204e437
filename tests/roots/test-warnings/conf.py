project = "Warnings"
extensions = ["sphinx_newstimeline"]
