"""The overview chart in documents: its node, its words, and how it is drawn as SVG and as TikZ.

Where things stand is decided by :mod:`sphinx_newstimeline.timeline.chart`.
"""
