"""Problems: what the data cannot settle. Each says where it is, what was found and what to do next.

A stage returns its problems beside its result; nobody raises for trouble in the data. This module also holds
the register of codes and the one function that prints problems.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

CODES = {
    "R001": "an empty seed",
    "R002": "a seed that is not text",
    "R003": "a seed that is not UTF-8",
    "R004": "a file of a type that cannot be read yet",
    "R005": "two seeds with the same content",
    "R006": "a seed that the system could not read",
    "R007": "signs of several articles in a text of no known form",
    "R008": "a file that holds fewer or more articles than it says",
    "R009": "one of several articles in a file",
    "F001": "a link that leads out of its folder",
    "F002": "a folder that cannot be read",
    "F003": "neither a file nor a folder",
    "F004": "a link that leads back to a folder around it",
    "F005": "a file of docs/ that cannot be read",
    "F006": "a page whose place another one takes",
    "S001": "no article text found",
    "S002": "a text that the saved page cut short",
    "S003": "a text much shorter than its file says",
    "D001": "a weekday that contradicts its date",
    "D002": "a date that cannot be read",
    "D003": "an outlet that nobody has described",
    "D004": "a title longer than a headline",
    "D005": "no title found",
    "D006": "a date that the page prints otherwise than its metadata",
    "D007": "a text that goes on in another language",
    "P001": "two people with one id",
    "P002": "a name that fits several people",
    "P003": "a name that is not in the article",
    "P004": "a person that nobody has described",
    "C001": "a curation file that is not valid YAML",
    "C002": "an unknown key",
    "C003": "a value of the wrong form",
    "C004": "curation for a seed that is not there",
    "C005": "a curated field without its reason",
    "C006": "a key that stands twice",
    "C007": "a file that curation does not know",
    "C008": "a correction of lines that does not fit its file",
    "C009": "two corrections of the same words",
    "A001": "two articles with the same address",
    "A002": "an address whose seed is gone",
    "A003": "two addresses for one seed",
    "A004": "an address that cannot be used",
    "A005": "an address that lacks its path or its citation key",
    "A006": "new addresses that could not be recorded",
    "A007": "two seeds of one name",
    "M001": "a mkdocs.yml that is not valid YAML",
    "M002": "a name in mkdocs.yml that an older version had",
    "M003": "a setting that the program needs",
    "M004": "a setting that loads something from elsewhere",
    "M005": "a page of the navigation that is not there",
    "M006": "a setting that MkDocs does not accept",
    "M007": "a setting that the program's pages do not fit",
    "M008": "a hook that does not hand over to the program",
    "N001": "a note whose passage is not in the article",
    "N002": "a note whose words occur more than once",
    "Q001": "a citation key that nobody has",
    "Q002": "a quotation that is not in the cited article",
    "Q003": "a quotation that is not in the cited paragraph",
    "Q004": "a cited paragraph that is not there",
    "Q005": "a cited page that nobody knows of",
    "Q006": "a citation that stays as it is written",
    "W001": "a generated page that a person edited",
    "W002": "a file in the way of a generated page",
    "W003": "a file of unknown origin among the generated pages",
    "W004": "a copy of a generated page of the local edition",
    "W006": "a place that the build may not write to",
    "W007": "two pages for one place",
}
# What can be in the way of the public edition.
HINDERING = frozenset({"W001", "W002", "W003", "W004"})

# What is found in the citations of a page that somebody wrote.
CITING = frozenset(code for code in CODES if code.startswith("Q"))


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `file` is relative to the project, `line` counts from 1 or is None for the whole file."""

    file: str
    line: int | None
    code: str
    finding: str
    remedy: str

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"problem code {self.code!r} is not in the register CODES of problems.py")

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        text = f"{where}: {self.code} {self.finding} {self.remedy}"
        # What a saved text or a file's name brings along must not command a terminal or break the line.
        return "".join(c if c.isprintable() else "�" for c in text)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by file and line; those of a whole file before those of its lines."""
    return sorted(set(problems), key=lambda p: (p.file, p.line or 0, p.code, p.finding))


def print_problems(problems: Iterable[Problem], stream: TextIO) -> int:
    """Print problems by file and line; return how many there were."""
    ordered = in_order(problems)
    for problem in ordered:
        print(problem, file=stream)
    return len(ordered)
