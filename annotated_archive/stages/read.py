"""Files → SavedText. The only place where bytes become text.

Comes in: a folder of saved articles, and the encodings that people named. Goes out: every text that can be
read, in order of name, and a problem for every file that cannot. What a text says is left to later stages.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path

from ..disk.folder import look, shown_path
from ..model import SavedText
from ..problems import Problem
from ..seed_key import seed_key

SUFFIXES = frozenset({".txt"})
# Text from the web has no control characters but tab, line feed, form feed and carriage return, and these
# rarely; a file where one byte in fifty is another one is a picture, an archive or the like.
MOST_CONTROL_BYTES = 0.02
CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
SAMPLE_BYTES = 8192


def read_folder(
    folder: Path,
    shown_as: str,
    encodings: Mapping[str, str] | None = None,
    known: Container[str] = frozenset(),
    given: Mapping[str, str] | None = None,
) -> tuple[tuple[SavedText, ...], tuple[Problem, ...]]:
    """Read all saved articles below `folder`, sub-folders included; names that begin with a dot are skipped.

    `shown_as` is the folder as problems name it ("seeds"). `encodings` gives the encoding of a seed by its
    key, where a person decided it. Of two files with the same bytes one is a problem and left out: not the
    one whose key is `known`, because it has an address or curation; else the one whose name comes later. Of
    two files with one key, one is a problem too: not the one whose checksum is `given` for the key, because
    it has the address.
    """
    listing = look(folder)
    texts: list[SavedText] = []
    problems = list(listing.problems(shown_as))
    first_with: dict[str, str] = {}
    for name, path in sorted(listing.files.items(), key=lambda file: seed_key(file[0]) not in known):
        shown = shown_path(f"{shown_as}/{name}")
        if not name.isprintable():
            problems.append(
                Problem(shown, None, "R006", "The file's name is not printable text.", "Rename the file.")
            )
            continue
        encoding = (encodings or {}).get(seed_key(name))
        saved, found = read_file(path, name, shown, encoding)
        problems.extend(found)
        if saved is None:
            continue
        if original := first_with.get(saved.sha256):
            problems.append(
                Problem(
                    shown,
                    None,
                    "R005",
                    f"The file has the same content as {shown_as}/{original} and gets no page.",
                    "Remove one of the two.",
                )
            )
            continue
        first_with[saved.sha256] = name
        texts.append(saved)
    texts, left_out = _one_of_each_key(texts, given or {})
    problems.extend(left_out)
    return tuple(sorted(texts, key=lambda saved: saved.name)), tuple(problems)


def _one_of_each_key(
    texts: Iterable[SavedText], given: Mapping[str, str]
) -> tuple[list[SavedText], list[Problem]]:
    """`a.txt` beside `a.TXT`, or a name in two Unicode forms: curation cannot tell them apart."""
    chosen: dict[str, SavedText] = {}
    problems: list[Problem] = []
    for saved in sorted(
        texts, key=lambda s: (given.get(s.key) != s.sha256, not s.name.endswith(".txt"), s.name)
    ):
        first = chosen.setdefault(saved.key, saved)
        if first is not saved:
            finding = f'The file has the same name ("{saved.key}") as {first.file}, so it gets no page.'
            remedy = "Rename one of the two; their endings do not tell them apart."
            problems.append(Problem(saved.file, None, "A007", finding, remedy))
    return list(chosen.values()), problems


def read_file(
    path: Path, name: str, shown: str, encoding: str | None = None
) -> tuple[SavedText | None, tuple[Problem, ...]]:
    """Read one saved article. `name` is its path below the seeds, `shown` its path in problems.

    Bytes that are not UTF-8 are read as UTF-16 if they begin with its mark, else as Windows-1252, and a
    problem says so until a person confirms it with the key `encoding`.
    """

    def problem(code: str, finding: str, remedy: str) -> tuple[None, tuple[Problem, ...]]:
        return None, (Problem(shown, None, code, finding, remedy),)

    if path.suffix.lower() not in SUFFIXES:
        kind = path.suffix or "no suffix"
        return problem(
            "R004",
            f"A file of this type ({kind}) cannot be read yet.",
            "Save the article as plain text (.txt), or move the file out of the seeds.",
        )
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for without end
            return problem("R006", "This is not a file.", "Remove it, or name a file.")
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        return problem("R006", f"The file cannot be read: {reason}.", "Check its permissions.")
    if not content.strip(b" \t\r\n\xef\xbb\xbf"):
        return problem("R001", "The file is empty.", "Save the article again, or remove the file.")
    if _is_binary(content):
        return problem(
            "R002",
            "The file is not text, whatever its name says.",
            "Save the article as plain text, or remove the file.",
        )
    decoded = _decode(content, encoding)
    if decoded is None:
        as_told = f" as {encoding}" if encoding else ""
        return problem(
            "R002",
            f"The file cannot be decoded{as_told}.",
            "Save it as UTF-8, or name its `encoding` in its curation file.",
        )
    text, used = decoded
    problems: tuple[Problem, ...] = ()
    if used != "utf-8" and encoding is None:
        finding = f"The file is not UTF-8; it was read as {used}."
        remedy = f"If its umlauts look right, confirm it: `encoding: {used}` in its curation file."
        problems = (Problem(shown, None, "R003", finding, remedy),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SavedText(name, shown, text, hashlib.sha256(content).hexdigest(), used), problems


def lies_in(folders: Sequence[str], key: str) -> bool:
    """Whether a seed of this key lies in one of the folders, which are named as problems name them."""
    return any(f"seeds/{key}".startswith(f"{folder}/") for folder in folders)


def _is_binary(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # the marks of UTF-16, which is full of zero bytes
        return False
    sample = content[:SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    return b"\0" in content or controls > MOST_CONTROL_BYTES * len(sample)


def _decode(content: bytes, encoding: str | None) -> tuple[str, str] | None:
    """Text and encoding, trying what a person named, or else what saved pages come in."""
    guesses = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8", "windows-1252")
    for guess in (encoding,) if encoding else guesses:
        try:
            return content.decode(guess).removeprefix("\ufeff"), guess
        except (UnicodeDecodeError, LookupError):
            continue
    return None
