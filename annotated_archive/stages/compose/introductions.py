"""People → the line that introduces each of them to a reader who points at a name or comes to it by keyboard.

The line stands in an attribute of the link, and the style sheet shows it: the text of the article stays what
the seed says, for the eye, the search and the clipboard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...model import Person
from ...words.languages import Interface
from .escape import Markdown, presentable

# Exact up to here; above, one of these steps. Otherwise every new article about a much-named person would
# change every page that names that person.
EXACT = 9
STEPS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


def introductions(
    people: Iterable[Person], articles: Mapping[str, int], words: Interface
) -> dict[str, Markdown]:
    """By id, the attribute list of a link to a person; `articles` counts the articles that name each."""
    return {
        person.id: Markdown(
            f'{{ .person data-who="{in_attribute(_line(person, articles[person.id], words))}" }}'
        )
        for person in people
    }


def _line(person: Person, articles: int, words: Interface) -> str:
    """Name, role, whether verified, in how many articles."""
    known = f"{person.name}, {person.role}" if person.role else person.name
    state = words("person.verified" if person.verified else "person.unverified")
    count = words("articles", n=articles)
    if articles > EXACT:
        count = words("articles.at-least", n=max(step for step in STEPS if step <= articles))
    return f"{known} · {state} · {count}"


def in_attribute(line: str) -> str:
    """A value for an attribute list: what Markdown or HTML could read as something else is a reference."""
    shown = presentable(line).strip()
    return "".join(c if c.isalnum() or c in " ,.-·–()" else f"&#{ord(c)};" for c in shown)
