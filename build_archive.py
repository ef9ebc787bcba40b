#!/usr/bin/env python3
"""The command (see --help) and the hook of MkDocs. All code is in the package: leave this as it is."""

try:
    from annotated_archive import *  # noqa: F403  (all of it: a later version may know more hooks)
    from annotated_archive import main
except ModuleNotFoundError as missing:
    raise SystemExit(f"The package {missing.name!r} is missing: pip install annotated-archive") from None

if __name__ == "__main__":
    raise SystemExit(main())
