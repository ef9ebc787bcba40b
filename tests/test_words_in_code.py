"""Promise: what the program knows of languages stands in `words/`, where people find it, and not in code.

No list in code (of strings, or the alternatives of a regular expression) holds three words of the lexicon.
Endings and letter groups are no words; EXCEPTIONS names the modules whose lists are of another kind, and why.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotated_archive.model import Description, Kind
from annotated_archive.words import lexicon

from .project_copy import ROOT

PACKAGE = ROOT / "annotated_archive"
MOST = 2
LISTS = (
    "author_notes",
    "bylines",
    "datelines",
    "function_words",
    "honorifics",
    "kicker_heads",
    "line_forms",
    "name_particles",
    "pronouns",
    "quotation_words",
    "roles",
    "small_words",
    "speech",
    "statements",
)
EXCEPTIONS = {
    "text.csl_work": "the keys of CSL-JSON",
    "file_formats.html_hints": "types of schema.org",
    "knowledge.curation.editing": "what YAML takes for truth values",
    "stages.compose.desk_article": "keys of what the desk fetches",
    # The frames of their exports: lines that a database prints around each article, always the same.
    "press_databases.apa": "the form of APA's exports",
    "press_databases.factiva": "the form of Factiva's exports, and codes of languages",
    "press_databases.genios": "the form of GENIOS' exports",
    "press_databases.labels": "the form of numbers behind a label",
    "press_databases.nexis": "the form of Nexis' exports",
    "press_databases.nexis_modern": "the form of Nexis' exports since 2019",
    "press_databases.unknown": "what frames of exports have in common",
    "stages.export.lesser_dates": "months of BibTeX, remarks of RIS",
    "stages.resolve.quotation": "endings of German and English words",
}
# Endings, languages and elements of HTML that are words by chance; names of facts and of parts of dates.
BY_CHANCE = frozenset({"al", "at", "em", "en", "er", "es", "in", "ist", "nen", "or"}) | frozenset(
    {"de", "fr", "it", "nl", "li", "ul"}
)

NAMES = (
    frozenset(Description.__dataclass_fields__)
    | frozenset(Kind)
    | frozenset(["day", "month", "year", "people", "comments", "notes", "because"])
)
_NO_WORD = re.compile(r"\\[a-zA-Z]|\(\?P?[<=!:a-zA-Z]*[^)>:]*>|\(\?[aiLmsux-]+:?|\[[^\]]*\]|\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]{2,}")


def known_words() -> frozenset[str]:
    """The words of the lists, one by one."""
    found = {
        word.casefold()
        for name in LISTS
        for entries in lexicon.sections(name).values()
        for entry in entries
        for word in _WORD.findall(entry)
    }
    return frozenset(found) - BY_CHANCE - {str(name) for name in NAMES}


KNOWN = known_words()


def lists(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Each list of strings, and the words of each regular expression with alternatives, with its line."""
    passed = set(map(id, passed_over(tree)))
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield node.lineno, strings(node.elts)
        elif isinstance(node, ast.Dict):
            yield node.lineno, strings([key for key in node.keys if key is not None])
            yield node.lineno, strings(node.values)
        elif isinstance(node, ast.JoinedStr):
            yield node.lineno, alternatives(" ".join(strings(node.values)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, alternatives(node.value)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "split":
            assert isinstance(node.func, ast.Attribute)
            yield node.lineno, [word for text in strings([node.func.value]) for word in text.split()]


def passed_over(tree: ast.AST) -> Iterator[ast.AST]:
    """What people read (docstrings), what is exported (`__all__`), and what is a part of something larger."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) or (isinstance(node, ast.Assign) and exported(node)):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from node.values


def alternatives(pattern: str) -> list[str]:
    return _WORD.findall(_NO_WORD.sub(" ", pattern)) if "|" in pattern else []


def exported(node: ast.Assign) -> bool:
    """Whether these are the names that a module exports."""
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)


def strings(nodes: list[ast.expr]) -> list[str]:
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def words_in(source: str) -> list[str]:
    """What stands in code and should not, as `line: words`."""
    return [
        f"{line}: {', '.join(sorted(found))}"
        for line, listed in lists(ast.parse(source))
        if len(found := {w for w in listed if w.casefold() in KNOWN and w != w.upper()}) > MOST
    ]


def modules() -> list[tuple[str, Path]]:
    paths = sorted(PACKAGE.rglob("*.py"))
    return [(".".join(path.relative_to(PACKAGE).with_suffix("").parts), path) for path in paths]


@pytest.mark.parametrize(("name", "path"), modules())
def test_no_list_of_words_stands_in_code(name: str, path: Path) -> None:
    found = words_in(path.read_text("utf-8"))
    if name in EXCEPTIONS:
        return
    assert not found, f"{name}: put these into words/lexicon/: {found}"


@pytest.mark.parametrize("name", sorted(EXCEPTIONS))
def test_an_exception_is_one(name: str) -> None:
    path = PACKAGE.joinpath(*name.split(".")).with_suffix(".py")
    assert words_in(path.read_text("utf-8")), f"{name} needs no exception any more"


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('BY = frozenset({"von", "by", "par"})', 1),
        ('X = re.compile(r"\\s+(?:am|on|le|vom)\\s*$")', 1),
        ('UNITS = ("Stunden", "hours", "jours")', 1),
        ('X = {"Herr": 1, "Frau": 2, "Madame": 3}', 1),
        ('X = "sagt sagte meint".split()', 1),
        ('X = rf"(?:Minister|Kanzler|{y}|Senator)"', 1),
        ('X = frozenset({"utf-8", "cp1252", "latin-1"})', 0),
        ('X = re.compile(r"(?P<von>\\d+)|[a-z]+|(?P<by>\\w+)")', 0),
        ('"""Speaks of von | by | par | mit."""', 0),
        ('BY = ("von", "by")', 0),
    ],
)
def test_the_search_finds_words_and_nothing_else(source: str, count: int) -> None:
    assert len(words_in(source)) == count
