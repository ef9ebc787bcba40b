"""Names that fit several people → problems that name the candidates. No rule breaks a tie."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ...model import Mention, SavedText
from ...problems import Problem
from .mentions import MOST_CANDIDATES

_COUNT = {2: "two", 3: "three", 4: "four", 5: "five"}


def ties(saved: SavedText, mentions: Sequence[Mention], described: Container[str]) -> list[Problem]:
    """One problem for each printed name that has candidates, at its first mention."""
    problems: dict[str, Problem] = {}
    for mention in mentions:
        if mention.person is not None or not mention.candidates or mention.printed in problems:
            continue
        ids = mention.candidates
        count = _COUNT.get(len(ids), str(len(ids)))
        count += " or more" if len(ids) == MOST_CANDIDATES else ""
        finding = f'"{mention.printed}" fits {count} people ({", ".join(ids)}).'
        if all(identifier in described for identifier in ids):
            remedy = (
                'Give one of them a "role", or name the id in the article\'s file '
                "(`unclear` if nothing tells)."
            )
        else:
            remedy = (
                "Describe them in curation/people.yml, then name the id in the article's file "
                "(`unclear` if nothing tells)."
            )
        line = saved.line_of(mention.span.start)
        problems[mention.printed] = Problem(saved.file, line, "P002", finding, remedy)
    return list(problems.values())
