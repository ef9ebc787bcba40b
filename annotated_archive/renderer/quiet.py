"""Keeps a third party's end-of-life notice out of the terminal of people who only want to read their archive.

Material for MkDocs prints it when its templates are first imported, unless this variable is set. `mkdocs.yml`
names `banner`, and YAML imports this module while it reads that file: before MkDocs loads the theme. What the
notice says is not hidden from developers: see `decisions/0002-renderer.md`.
"""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

banner = False  # what mkdocs.yml asks for: no banner
