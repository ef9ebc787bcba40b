"""The words that the program knows: lists for reading saved articles, and the language of the interface."""
