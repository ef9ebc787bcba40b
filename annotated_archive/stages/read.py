"""Files → SavedText: the only place where seeds are read from the disk.

Comes in: a folder of saved articles, and the encodings that people named. Goes out: every article of every
file that can be read, by name, and a problem for every file that cannot. What the bytes of a
format mean is left to its reader (`file_formats/`), where articles begin and end to `press_databases/`, what
a text says to later stages.
"""

from __future__ import annotations

import hashlib
import stat
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..disk.folder import look, shown_path
from ..disk.snapshots import snapshots
from ..file_formats import Reading, Several, Unreadable, read_content, reads, unknown_type
from ..model import SavedText
from ..press_databases import articles as articles_of
from ..problems import Problem
from ..seed_key import seed_key

# What a browser puts beside a page that it saves "complete": pictures, scripts and style sheets.
# The problems of a file that gives no text.
TOO_LARGE, NO_SEEDS = "R011", "R012"
NO_TEXT = frozenset({"R001", "R002", "R004", "R006", TOO_LARGE})
# A text of 20 MB has 3,000 pages. Pages, scans and web archives hold pictures beside their text.
MEGABYTE = 1_000_000
LARGEST_TEXT, LARGEST_OF_OTHERS = 20, 300
ASSETS = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", "-filer", "_bestanden", "-Filer", ".files")


def read_folder(
    folder: Path,
    shown_as: str,
    encodings: Mapping[str, str] | None = None,
    known: Container[str] = frozenset(),
    given: Mapping[str, str] | None = None,
    largest: int | None = None,
) -> tuple[tuple[SavedText, ...], tuple[Problem, ...]]:
    """Read all saved articles below `folder`, sub-folders included; names that begin with a dot are skipped.

    `shown_as` is the folder as problems name it ("seeds"). `encodings` gives the encoding of a seed by its
    key, where a person decided it. Of two files with the same bytes, or with the same text but for its line
    ends, one is a problem and left out: not the one whose key is `known`, because it has an address or
    curation; else the one whose name comes later. Of two files with one key, one is a problem too: not the
    one whose checksum is `given` for the key, because it has the address.
    `largest` is the most megabytes of a text that are read, if a person said so.
    """
    listing = look(folder)
    texts: list[SavedText] = []
    problems = list(listing.problems(shown_as))
    if not listing.files and not listing.refused:
        problems.append(_nothing_saved(folder, shown_as))
    first_with: dict[str, str] = {}
    first_saying: dict[str, str] = {}
    kept = snapshots(listing.files)
    for name, path in sorted(listing.files.items(), key=lambda file: seed_key(file[0]) not in known):
        if name in kept.unread or _is_asset(path, folder):
            continue
        shown = shown_path(f"{shown_as}/{name}")
        if not name.isprintable():
            problems.append(
                Problem(shown, None, "R006", "The file's name is not printable text.", "Rename the file.")
            )
            continue
        encoding = (encodings or {}).get(seed_key(name))
        articles, found = read_file(path, name, shown, encoding, largest)
        problems.extend(found)
        if not articles:
            continue
        if told := kept.hints.get(name):
            articles = tuple(replace(saved, hints=(*saved.hints, *told)) for saved in articles)
        if original := first_with.get(articles[0].sha256):
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
        first_with[articles[0].sha256] = name
        said = _comparable(articles)
        if original := first_saying.get(said):
            kept_anyway = seed_key(name) in known  # its address was given out, or somebody worked on it
            finding = (
                f"The file has the same text as {shown_as}/{original}, but for line ends and blank lines"
                + (", and both have a page." if kept_anyway else ", and gets no page.")
            )
            problems.append(Problem(shown, None, "R005", finding, "Remove one of the two."))
            if not kept_anyway:
                continue
        first_saying.setdefault(said, name)
        texts.extend(articles)
    texts, left_out = _one_of_each_key(texts, given or {})
    problems.extend(left_out)
    return tuple(sorted(texts, key=lambda saved: saved.name)), tuple(problems)


def _comparable(articles: Iterable[SavedText]) -> str:
    """What a file says, whatever its line ends, blank lines, and white space at ends of lines."""
    lines = (line.strip() for saved in articles for line in saved.text.split("\n"))
    words = "\n".join(filter(None, lines)).replace("\ufeff", "")
    return hashlib.sha256(unicodedata.normalize("NFC", words).encode("utf-8", "replace")).hexdigest()


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
    path: Path, name: str, shown: str, encoding: str | None = None, largest: int | None = None
) -> tuple[tuple[SavedText, ...], tuple[Problem, ...]]:
    """Read the articles of one file. `name` is its path below the seeds, `shown` its path in problems.

    Where plain text is not UTF-8, a problem names the encoding that was guessed, until a person confirms it.
    """

    def problem(code: str, finding: str, remedy: str) -> tuple[tuple[()], tuple[Problem, ...]]:
        return (), (Problem(shown, None, code, finding, remedy),)

    if not reads(path.suffix):
        found = unknown_type(path.suffix)
        return problem(found.code, found.finding, found.remedy)
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):  # a pipe would be waited for without end
            return problem("R006", "This is not a file.", "Remove it, or name a file.")
        most = _largest(path.suffix, largest)
        if known.st_size > most * MEGABYTE:
            size = known.st_size // MEGABYTE
            finding = f"The file has {size} MB, more than the {most} MB that are read."
            remedy = f"Divide it; or write `largest_seed: {size + 1}` into curation/archive.yml."
            return problem(TOO_LARGE, finding, remedy)
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        return problem("R006", f"The file cannot be read: {reason}.", "Check its permissions.")
    reading = read_content(content, path.suffix, encoding)
    if isinstance(reading, Unreadable):
        return problem(reading.code, reading.finding, reading.remedy)
    sha256 = hashlib.sha256(content).hexdigest()
    parts = reading.readings if isinstance(reading, Several) else (("", reading),)
    articles: list[SavedText] = []
    problems = [Problem(shown, None, one.code, one.finding, one.remedy) for one in reading.findings]
    for part, inside in parts:
        whole = replace(_whole(name, shown, inside, sha256), part=part, parts=len(parts))
        within, divided = articles_of(whole, inside.elements, inside.begins)
        articles += within
        problems += divided
        if inside.doubt:
            problems.append(_doubtful(shown, inside))
    return tuple(articles), tuple(problems)


def _largest(suffix: str, decided: int | None) -> int:
    """The most megabytes of a file of this type that are read."""
    usual = LARGEST_TEXT if suffix.lower() in (".txt", ".text", ".md") else LARGEST_OF_OTHERS
    return usual if decided is None else decided


def _nothing_saved(folder: Path, shown_as: str) -> Problem:
    """What somebody should know whose archive is empty."""
    finding = (
        "No saved article is here." if folder.is_dir() else "This folder of the saved articles is missing."
    )
    remedy = "Put your saved articles into it: text, PDF, web pages; sub-folders are fine."
    return Problem(shown_as, None, NO_SEEDS, finding, remedy)


def _whole(name: str, shown: str, reading: Reading, sha256: str) -> SavedText:
    return SavedText(
        name,
        shown,
        reading.text,
        sha256,
        reading.encoding,
        lines=reading.lines,
        origins=reading.origins,
        hints=reading.hints,
        layout=reading.layout,
    )


def _doubtful(shown: str, reading: Reading) -> Problem:
    finding = f"The file is not UTF-8; it was read as {reading.encoding}."
    remedy = f"If its umlauts look right, confirm it: `encoding: {reading.encoding}` in its curation file."
    return Problem(shown, None, "R003", finding, remedy)


def unreadable_seeds(problems: Iterable[Problem]) -> frozenset[str]:
    """The keys of files that are there and give no text: what was published of them is not gone."""
    return frozenset(seed_key(p.file.partition("/")[2]) for p in problems if p.code in NO_TEXT)


def nobody_could_look(folders: Sequence[str], seeds: Container[str], key: str) -> bool:
    """Whether a seed is one of these, or lies in one of the folders, named as problems name them."""
    if key in seeds or key.rpartition("#")[0] in seeds:
        return True
    return any(f"seeds/{key}".startswith(f"{folder}/") for folder in folders)


def _is_asset(path: Path, folder: Path) -> bool:
    """Whether a file belongs to a saved page: its folder is named after the page that stands beside it."""
    for parent in path.parents:
        if parent == folder:
            return False
        ending = next((end for end in ASSETS if parent.name.endswith(end)), None)
        if ending and any(
            parent.with_name(parent.name.removesuffix(ending) + suffix).is_file()
            for suffix in (".html", ".htm", ".xhtml")
        ):
            return True
    return False
