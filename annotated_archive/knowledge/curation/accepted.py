"""`accept:` of a curation file → the notices that a person has looked at, and what is left of the problems.

Comes in: the mapping as written, from codes of notices to reasons; later all problems. Goes out: acceptances
with their lines; then the problems that are open, and those that are settled, each with who settled it. An
acceptance of an error, of an unknown code, or of what is not there is a problem itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import Acceptance
from ...problems import CODES, Problem, Severity
from ...seed_key import seed_key
from .lines import Lines, Location

NO_REASON = "no reason given"
NOTHING_THERE = "C010"
_HOW = "Write the notice's code and why it may stay: `accept: {S002: The rest was never free to read.}`."


@dataclass(frozen=True, slots=True)
class Settled:
    """A notice that a person accepted."""

    problem: Problem
    by: Acceptance

    def __str__(self) -> str:
        return f"{self.problem} Accepted in {self.by.file}:{self.by.line or 1}: {self.by.because}"


def read_accepted(
    written: object, lines: Lines, shown: str, places: bool = False
) -> tuple[tuple[Acceptance, ...], tuple[Problem, ...]]:
    """The acceptances that can be used. With `places`, a code may hold reasons by file instead of one."""
    at: Location = ("accept",)
    if written is None:
        return (), ()
    problems: list[Problem] = []
    found: list[Acceptance] = []
    if isinstance(written, str):
        written = [written]
    if isinstance(written, list):
        given = [(item, None, (*at, i)) for i, item in enumerate(written)]
        pairs = [pair for entry in given for pair in _pairs(*entry)]
    elif isinstance(written, dict):
        pairs = _pairs(written, None, at)
    else:
        pairs = []
    for code, reason, place in pairs:
        line = lines.of(place)
        if wrong := _refused(code):
            problems.append(Problem(shown, line, *wrong))
        elif isinstance(reason, dict) and places:
            found += (
                Acceptance(str(code), str(why or NO_REASON), shown, lines.of((*place, file)), file)
                for file, why in reason.items()
            )
        elif isinstance(reason, dict | list):
            problems.append(Problem(shown, line, "C003", f"The reason for {code} is not a text.", _HOW))
        else:
            found.append(Acceptance(str(code), str(reason or NO_REASON).strip(), shown, line))
    for acceptance in found:
        if acceptance.because == NO_REASON:
            finding = f"It does not say why {acceptance.code} may stay."
            remedy = f"Write the reason behind the code: `{acceptance.code}: …`."
            problems.append(Problem(shown, acceptance.line, "C005", finding, remedy))
    return tuple(found), tuple(problems)


def _pairs(item: object, reason: object, at: Location) -> list[tuple[object, object, Location]]:
    """Codes and reasons of `{S002: why}`, of `S002`, or of `{code: S002, because: why}`."""
    if not isinstance(item, dict):
        return [(item, reason, at)]
    if "code" in item:
        return [(item["code"], item.get("because"), at)]
    return [(code, why, (*at, code)) for code, why in item.items()]


def _refused(code: object) -> tuple[str, str, str] | None:
    """Code, finding and remedy of the problem with something that stands where a notice's code should."""
    known = CODES.get(code) if isinstance(code, str) else None
    if known is None:
        return "C003", f'"{code}" is no code of a notice, such as S002.', _HOW
    if known.severity is Severity.ERROR:
        finding = f"{code} ({known.meaning}) is an error, which cannot be accepted."
        return "C011", finding, "Do what it says, and remove this line."
    return None


def settle(
    problems: Iterable[Problem], of_articles: Mapping[str, Sequence[Acceptance]], of_all: Sequence[Acceptance]
) -> tuple[tuple[Problem, ...], tuple[Settled, ...]]:
    """Open problems, and settled ones. An article's file speaks of its article, `of_all` of all else.

    What is open says also which acceptance settles nothing; that, too, may be accepted.
    """
    every = [a for accepted in (*of_articles.values(), of_all) for a in accepted]
    open_ones, settled = _divide(problems, of_articles, of_all)
    used = {one.by for one in settled}
    speechless = {problem.file for problem in open_ones if problem.code in ("C004", "C001")}
    idle = [
        Problem(a.file, a.line, NOTHING_THERE, f"{a.code} is accepted here, but there is none.", _REMOVE)
        for a in every
        if a not in used and a.code != NOTHING_THERE and a.file not in speechless
    ]
    open_idle, settled_idle = _divide(idle, of_articles, of_all)
    return (*open_ones, *open_idle), (*settled, *settled_idle)


def left_open(
    problems: Iterable[Problem], of_articles: Mapping[str, Sequence[Acceptance]], of_all: Sequence[Acceptance]
) -> tuple[Problem, ...]:
    """Those of some problems that nobody accepted; acceptances of others are not judged."""
    return tuple(_divide(problems, of_articles, of_all)[0])


_REMOVE = "Remove the line: what it spoke of has gone, or is somewhere else."


def _divide(
    problems: Iterable[Problem], of_articles: Mapping[str, Sequence[Acceptance]], of_all: Sequence[Acceptance]
) -> tuple[list[Problem], list[Settled]]:
    open_ones: list[Problem] = []
    settled: list[Settled] = []
    for problem in problems:
        key = article_of(problem)
        speaking = of_all if key is None else (*of_articles.get(key, ()), *_of_file(key, of_articles))
        by = next((a for a in speaking if a.code == problem.code and a.place in ("", problem.file)), None)
        if by is None or problem.is_error:
            open_ones.append(problem)
        else:
            settled.append(Settled(problem, by))
    return open_ones, settled


def _of_file(key: str, of_articles: Mapping[str, Sequence[Acceptance]]) -> Iterator[Acceptance]:
    """What is said of the whole file in which an article is one of several."""
    file, numbered, _ = key.rpartition("#")
    if numbered:
        yield from of_articles.get(file, ())


def article_of(problem: Problem) -> str | None:
    """The key of the article that a problem speaks of; None if it speaks of none."""
    if problem.seed:
        return problem.seed
    folder, _, path = problem.file.partition("/")
    if folder == "seeds" and path:
        return seed_key(path)
    if problem.file.startswith("curation/articles/") and path.endswith(".yml"):
        return unicodedata.normalize("NFC", path.removeprefix("articles/").removesuffix(".yml"))
    return None
