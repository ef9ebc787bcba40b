#!/usr/bin/env python3
"""Turn the saved articles in `seeds/` into the pages of an archive. See README.md, or run with --help."""

import sys

try:
    from annotated_archive.cli import main
except ModuleNotFoundError as missing:
    sys.exit(f"The package {missing.name!r} is not installed. Run `make site` once, or `pip install -e .`.")

if __name__ == "__main__":
    sys.exit(main())
