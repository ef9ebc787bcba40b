"""Problems: what the data cannot settle. Each says where it is, what was found and what to do next.

A stage returns its problems beside its result; nobody raises for trouble in the data. A problem is an *error*
when something is lost, contradictory or unreadable: it stops the public edition. Else it is a *notice*, which
stops nothing and may be accepted in `curation/`. The one table of codes is `problem_codes.yml`; this module
reads it, prints problems, and `python -m annotated_archive.problems` prints the table as a page.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from .words.yaml_text import plain_yaml

TABLE = Path(__file__).with_name("problem_codes.yml")


class Severity(StrEnum):
    """Whether a problem stops the public edition."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means: in a few words, with a real `example`, and more on what to do (may be empty)."""

    meaning: str
    severity: Severity
    example: str
    remedy: str = ""


def _read(table: Path) -> dict[str, Code]:
    rows = plain_yaml(table.read_text("utf-8"))
    return {
        code: Code(
            row["meaning"], Severity(row["kind"]), " ".join(row["example"].split()), row.get("remedy", "")
        )
        for code, row in rows.items()
    }


CODES: Mapping[str, Code] = _read(TABLE)

# What is found in the citations of a page that somebody wrote.
CITING = frozenset(code for code in CODES if code.startswith("Q"))
# What matters only to a site that is published.
OF_A_SITE = frozenset({"M009"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `file` is relative to the project, `line` counts from 1 or is None for the whole file.

    `seed` is the key of the article that it speaks of, where the file does not tell.
    """

    file: str
    line: int | None
    code: str
    finding: str
    remedy: str
    seed: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"problem code {self.code!r} is not in the table problem_codes.yml")

    @property
    def is_error(self) -> bool:
        """Whether something is lost, contradictory or unreadable."""
        return CODES[self.code].severity is Severity.ERROR

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        text = f"{where}: {self.code} {self.finding} {self.remedy}"
        # What a saved text or a file's name brings along must not command a terminal or break the line.
        return "".join(c if c.isprintable() else "�" for c in text)


NOTICES = "Notices (they stop nothing; accept them in curation/ once you have looked):"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many errors and notices there are: `str(Tally(1, 2)) == "1 problem, 2 notices"`."""

    errors: int
    notices: int

    def __bool__(self) -> bool:
        return self.errors + self.notices > 0

    def __str__(self) -> str:
        return ", ".join(
            [counted(self.errors, "problem")] * (self.errors > 0)
            + [counted(self.notices, "notice")] * (self.notices > 0)
        )


def counted(number: int, thing: str) -> str:
    """A number of things: `counted(2, "notice") == "2 notices"`."""
    return f"{number} {thing}{'s' * (number != 1)}"


def tally(problems: Iterable[Problem]) -> Tally:
    """How many errors and notices there are, each counted once."""
    found = set(problems)
    errors = sum(problem.is_error for problem in found)
    return Tally(errors, len(found) - errors)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by file and line; those of a whole file before those of its lines."""
    return sorted(set(problems), key=lambda p: (p.file, p.line or 0, p.code, p.finding))


def print_problems(problems: Iterable[Problem], stream: TextIO) -> Tally:
    """Print the errors, then the notices under a heading; return how many there were."""
    ordered = in_order(problems)
    notices = [problem for problem in ordered if not problem.is_error]
    for problem in ordered:
        if problem.is_error:
            print(problem, file=stream)
    if notices:
        print(NOTICES, file=stream)
    for problem in notices:
        print(problem, file=stream)
    return Tally(len(ordered) - len(notices), len(notices))


HEAD = """\
# Problems and notices

Made by `python -m annotated_archive.problems` (`make problems`); do not edit it by hand.

An **error** says that something is lost, contradictory or unreadable. It stops the public edition before
anything is written to `site/`, whichever command makes it; `mkdocs serve` shows the archive all the same. A
**notice** says that something is in doubt. It stops nothing. Once you have looked, accept it, with your
reason: in the article's file for what concerns one article, in `curation/archive.yml` for all else. `check
--all` lists what was accepted.

```yaml
# curation/articles/<name of the seed>.yml       # curation/archive.yml
accept:                                          # accept:
  S002: The rest was never free to read.         #   M009: It is read on this machine only.
```
"""


def page() -> str:
    """The table of codes as Markdown, for people."""
    parts = [HEAD]
    for severity in Severity:
        codes = {code: row for code, row in CODES.items() if row.severity is severity}
        parts.append(f"## {severity.value.capitalize()}s\n")
        for code, row in sorted(codes.items()):
            parts.append(f"### {code}: {row.meaning}\n\n```text\n{row.example}\n```\n")
            parts.extend([f"{row.remedy.strip()}\n"] if row.remedy else [])
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())
