"""What can be learned from the address of an article that somebody else has published.

`address` says whether two addresses are the same, `fetch` gets the document safely, `details` reads it.
"""
