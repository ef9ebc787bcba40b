"""`python -m annotated_archive`: the command, on any system and without a script beside it."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
