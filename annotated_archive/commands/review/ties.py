"""Names that fit several people → the choice, with every candidate, as lines for the article's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from ...model import Archive, Article, Mention, Person
from .lines import one_line

# Characters on either side of a name: enough to see who is meant.
CONTEXT = 70


@dataclass(frozen=True, slots=True)
class Tie:
    """A name that fits several people, at its first place in an article."""

    article: Article
    mention: Mention
    candidates: tuple[Person, ...]


def ties(archive: Archive) -> list[Tie]:
    """The names of each article that nobody could tell whose they are, each once."""
    moved = {old.removeprefix("people/"): new.removeprefix("people/") for old, new in archive.moved}
    found: dict[tuple[str, str], Tie] = {}
    for article in archive.articles:
        for mention in article.mentions:
            if mention.person is None and mention.candidates:
                ids = dict.fromkeys(moved.get(identifier, identifier) for identifier in mention.candidates)
                people = tuple(archive.people.get(i, Person(i, i)) for i in ids)
                found.setdefault((article.saved.label, mention.printed), Tie(article, mention, people))
    return list(found.values())


def choices(archive: Archive) -> Iterator[str]:
    """By article, each tie with its context, and its candidates as comments to choose from."""
    open_ones = ties(archive)
    if not open_ones:
        return
    yield f"# Names that fit several people: {len(open_ones)} (uncomment the one who is meant)"
    by_article: dict[str, list[Tie]] = {}
    for tie in open_ones:
        by_article.setdefault(tie.article.saved.key, []).append(tie)
    for key, found in by_article.items():
        yield f"# curation/articles/{one_line(key)}.yml"
        yield "people:"
        for tie in found:
            saved = tie.article.saved
            yield f"  # {one_line(saved.file)}:{saved.line_of(tie.mention.span.start)}: {_context(tie)}"
            yield from (_choice(tie.mention.printed, person) for person in tie.candidates)
    yield ""


def _choice(printed: str, person: Person) -> str:
    """The line that gives a name to a candidate, as a comment: whoever means this person removes the sign."""
    line = yaml.safe_dump({one_line(printed): person.id}, allow_unicode=True, width=2**31).strip()
    known = f"{person.name}, {person.role}" if person.role else person.name
    state = "" if person.verified else "; unverified: first describe this person in curation/people.yml"
    return f"  # {line}  # {one_line(known)}{state}"


def _context(tie: Tie) -> str:
    text, span = tie.article.saved.text, tie.mention.span
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return one_line(f"{before}[{span.of(text)}]{after}")
