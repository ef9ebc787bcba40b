"""Files on disk: what lies in a folder, writing in one step, one build at a time."""
