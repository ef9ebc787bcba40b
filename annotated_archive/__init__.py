"""Annotated Archive: a folder of saved press articles becomes a website to search, read and cite.

`pipeline` is the map: the stages in the order in which data flows. `model` holds the types they share.
"""
