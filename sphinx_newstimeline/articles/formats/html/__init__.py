"""Web pages: what they state of themselves, and the prose in them.

The libraries that it takes are the extra ``[html]``; nothing here is imported before a page is read.
"""
