"""Names that mean nobody elsewhere: shortened ("Robert K.") and changed by the newsroom.

Comes in: the mentions of an article and who they mean. Goes out: the same, where such a name means a person
of this article alone. Its id has the article's name in it, so it meets no namesake elsewhere, not even one
whom somebody described. What a person decided in the article's file is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from ...model import Kind, Mention, Person, SavedText, Segment, Span
from ...text.slugs import slug_of
from ...words import lexicon
from .identity import person_id

SHORTENED, CHANGED = "shortened", "changed"
NEAR = 30  # characters from a bracket to its words: "(34, aus Sandhaven, Name geändert)"
SHORT_NOTE = 15  # words of a line that is about names only; a longer one may be about the name of a street
_INITIAL = re.compile(r"^[^\W\d_]\.(-[^\W\d_]\.)?$")
_MARK = re.compile(r"[*†‡¹²³]+|\(\d\)|\d\)")
_SENTENCE = re.compile(r"[^.!?\n]*")


def only_here(
    saved: SavedText, segments: Sequence[Segment], mentions: Sequence[Mention], people: dict[str, Person]
) -> tuple[list[Mention], dict[str, Person]]:
    """Mentions with people of this article alone, and those people by id. `people` are all who are known."""
    named: dict[str, list[Mention]] = {}
    for mention in mentions:
        for identifier in (mention.person,) if mention.person else mention.candidates:
            named.setdefault(identifier, []).append(mention)
    reasons = {i: SHORTENED for i, places in named.items() if _shortened(places)}
    reasons |= dict.fromkeys(_changed(saved, segments, named, people), CHANGED)
    if not reasons:
        return list(mentions), {}
    own: dict[str, Person] = {}
    ids: dict[str, str] = {}
    for identifier, reason in reasons.items():
        name = max((m.printed for m in named[identifier]), key=lambda words: (len(words.split()), len(words)))
        ids[identifier] = f"{person_id(name)}-{slug_of(saved.key) or 'article'}"
        own[ids[identifier]] = Person(ids[identifier], name, only_here=reason)

    def now(identifier: str) -> str:
        return ids.get(identifier, identifier)

    changed = (
        replace(m, person=m.person and now(m.person), candidates=tuple(dict.fromkeys(map(now, m.candidates))))
        for m in mentions
    )
    return [_settled(mention) for mention in changed], own


def _settled(mention: Mention) -> Mention:
    """A mention whose candidates became one person."""
    if len(mention.candidates) != 1:
        return mention
    return replace(mention, person=mention.candidates[0], candidates=())


def _shortened(places: Iterable[Mention]) -> bool:
    """Whether the family name is an initial wherever the person is named."""
    return all(len(words) > 1 and _INITIAL.match(words[-1]) for words in (m.printed.split() for m in places))


def _changed(
    saved: SavedText, segments: Sequence[Segment], named: dict[str, list[Mention]], people: dict[str, Person]
) -> set[str]:
    """The people whose names the text says to be changed.

    It says whose in a bracket behind the name, by a mark on the name, or in a sentence with it. If it does
    not say whose, it may be anybody whom nobody described.
    """
    found: set[str] = set()
    hidden = [segment.span for segment in segments if segment.kind is Kind.COMMENT]
    for match in _forms().finditer(saved.text):
        if any(span.start <= match.start() < span.end for span in hidden):
            continue
        owners = _before(saved.text, match.start(), named) or _marked(saved.text, match.start(), named)
        if not owners and _is_about_people(saved.text, match):
            owners = _beside(saved.text, match.start(), match.end(), named)
            owners = owners or {i for i in named if i not in people or not people[i].verified}
        found |= owners
    return found


def _is_about_people(text: str, match: re.Match[str]) -> bool:
    """Whether a line means names of people: it is short, says why, or can mean nothing else."""
    if match["bracketed"]:
        return False
    line = text[text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.end()) % (len(text) + 1)]
    protects = lexicon.alternatives("changed_names", "protects")
    return (
        match["may_be_things"] is None or len(line.split()) <= SHORT_NOTE or bool(re.search(protects, line))
    )


def _before(text: str, at: int, named: dict[str, list[Mention]]) -> set[str]:
    """Whom a bracket is about: the name directly before it."""
    opened = text.rfind("(", max(0, at - NEAR), at)
    if opened < 0 or ")" in text[opened:at] or "\n" in text[opened:at]:
        return set()
    return {
        identifier
        for identifier, places in named.items()
        for mention in places
        if mention.span.end <= opened and not text[mention.span.end : opened].strip(" *,")
    }


def _marked(text: str, at: int, named: dict[str, list[Mention]]) -> set[str]:
    """Whom a note is about that begins with the sign that stands behind a name."""
    line = text.rfind("\n", 0, at) + 1
    mark = _MARK.match(text, line + len(text[line:at]) - len(text[line:at].lstrip(" ([_")))
    if mark is None:
        return set()
    return {
        identifier
        for identifier, places in named.items()
        if any(text.startswith(mark[0], mention.span.end) for mention in places)
    }


def _beside(text: str, start: int, end: int, named: dict[str, list[Mention]]) -> set[str]:
    """Whom a sentence names that says it."""
    first = max(text.rfind(sign, 0, start) for sign in "\n.!?") + 1
    last = _SENTENCE.match(text, end)
    sentence = Span(first, last.end() if last else end)
    return {
        identifier
        for identifier, places in named.items()
        if any(sentence.start <= m.span.start and m.span.end <= sentence.end for m in places)
    }


@cache
def _forms() -> re.Pattern[str]:
    """All wordings, none of which goes over the end of a sentence."""
    lists = lexicon.sections("changed_names")
    groups = (f"(?P<{name}>{_any(lists[name])})" for name in ("may_be_things", "of_people", "bracketed"))
    return re.compile(rf"\b(?:{'|'.join(groups)})(?:e[ns]?|s)?\b", re.IGNORECASE)


def _any(wordings: Iterable[str]) -> str:
    apart = r"(?:\s+[^\s.!?;]+){0,8}?\s+"
    ordered = sorted(wordings, key=len, reverse=True)
    return "|".join(apart.join(re.escape(part.strip()) for part in words.split("…")) for words in ordered)
