"""The stages, each a pure function. They never import one another; the pipeline alone knows their order."""
