"""The name of a saved file → the key by which everything else knows it."""

from __future__ import annotations

import unicodedata

from .text.quotation_marks import TYPOGRAPHIC


def seed_key(name: str) -> str:
    """A path below `seeds/` without its suffix, in one Unicode form: `seed_key("1914/a.TXT") == "1914/a"`.

    Some systems write "ö" as one character (NFC), others as two (NFD): the names mean the same seed.
    """
    folder, slash, file = name.rpartition("/")
    return unicodedata.normalize("NFC", folder + slash + (file.rsplit(".", 1)[0] or file))


def written_as_file(name: str) -> tuple[str, ...]:
    """What may be meant where no seed has this key: `"1914/a" in written_as_file("seeds/1914/a.txt")`."""
    # Quotation marks that an editor has set are letters of the value for YAML.
    path = name.strip(TYPOGRAPHIC).replace("\\", "/").removeprefix("./").removeprefix("seeds/")
    return (path, seed_key(path)) if path.casefold().endswith(".txt") else (path,)
