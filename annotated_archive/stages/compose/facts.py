"""What is known of an article → the list of facts on its page, each with how it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ...model import Certainty, Found, Person
from ...text.dates import display
from ...words.languages import Interface
from .catalogue import Entry
from .escape import Markdown, escape
from .paths import link, outlet_place, person_place
from .rules import explanation
from .seed import segment_id

# What a link's target keeps as it stands; all else is percent-encoded, so nothing can end the target early.
URL_CHARACTERS = "%/:=&?~#+!$,;@-._"


@dataclass(frozen=True)
class Fact:
    """One line: label, value as Markdown, and the evidence where there is any."""

    label: str
    value: Markdown
    evidence: Evidence | None = None


@dataclass(frozen=True)
class Evidence:
    """How a fact is known: in a word, and in full as Markdown."""

    certainty: Certainty
    word: str
    details: Markdown


def facts(entry: Entry, words: Interface, here: str) -> list[Fact]:
    """The facts of an article in the order in which readers ask for them."""
    article, known = entry.article, entry.article.description
    lines: list[Fact] = []

    def add(key: str, values: tuple[Found[Any], ...], shown: list[Markdown]) -> None:
        if values:
            label = words(f"fact.{key}", n=len(values))
            lines.append(Fact(label, Markdown(", ".join(shown)), evidence(values, entry, words)))

    def plain(key: str, *values: Found[str] | None) -> None:
        present = tuple(value for value in values if value)
        add(key, present, [escape(value.value, starts_line=False) for value in present])

    if known.outlet and entry.outlet:
        name, place = escape(entry.outlet.name), outlet_place(entry.outlet.id)
        add("outlet", (known.outlet,), [Markdown(f"[{name}]({link(here, place)})")])
    if known.date:
        shown = display(known.date.value, words.language)
        if known.time:
            shown = f"{shown}, {clock(known.time.value)}"
        add("date", (known.date,), [escape(shown, starts_line=False)])
    else:
        lines.append(Fact(words("fact.date", n=1), escape(words("unknown"))))
    plain("author", *known.authors)
    plain("agency", *known.agencies)
    if article.people:
        people = [
            f"[{escape(person.name)}]({link(here, person_place(person.id))})" for person in article.people
        ]
        label = words("fact.person", n=len(people))
        lines.append(Fact(label, Markdown(", ".join(people)), _verification(article.people, words)))
    if known.url:
        add("url", (known.url,), [_outgoing(known.url.value)])
    for key in ("issue", "section", "page", "edition", "words", "accession"):
        plain(key, getattr(known, key))
    plain("rights", known.rights)
    plain("incomplete", known.incomplete)
    lines.append(Fact(words("fact.citekey", n=1), escape(article.address.citekey)))
    return lines


def clock(time: str) -> str:
    """The time of day without seconds: `clock("14:05:00+02:00") == "14:05"`."""
    return time.rpartition("T")[2][:5]


def evidence(values: tuple[Found[Any], ...], entry: Entry, words: Interface) -> Evidence:
    """How these values are known; the word is that of the least certain one."""
    order = (Certainty.STATED, Certainty.INFERRED, Certainty.CURATED)
    least = max((value.certainty for value in values), key=order.index)
    details = [_sentence(value, entry, words) for value in dict.fromkeys(values)]
    return Evidence(least, words(f"certainty.{least}"), Markdown("; ".join(dict.fromkeys(details))))


def _verification(people: tuple[Person, ...], words: Interface) -> Evidence:
    """Who of these people somebody has verified."""
    unverified = [person.name for person in people if not person.verified]
    if not unverified:
        return Evidence(Certainty.CURATED, words("person.verified"), escape(words("person.verified.note")))
    names = (
        f"{words('person.unverified.names', names=', '.join(unverified))} {words('person.unverified.note')}"
    )
    return Evidence(Certainty.INFERRED, words("person.unverified.some", n=len(unverified)), escape(names))


def _sentence(value: Found[Any], entry: Entry, words: Interface) -> str:
    """Where it stands, what the rule does or why a person decided so."""
    parts: list[str] = []
    if value.because:
        parts.append(escape(value.because))
    else:
        parts.append(escape(explanation(value.rule, words.language) or value.rule))
    if value.span is not None:
        first, last = entry.article.saved.lines_of(value.span)
        lines = words("line", first=first) if first == last else words("lines", first=first, last=last)
        target = segment_id(entry.article, value.span)
        parts.append(f"[{lines}](#{target})" if target else lines)
    return " · ".join(parts)


def _outgoing(url: str) -> Markdown:
    """A link to a web address, shown without its scheme; any other text is only shown."""
    scheme, _, rest = url.partition("://")
    if scheme not in ("http", "https") or not rest:
        return escape(url)
    target = quote(url.encode("utf-8", "replace").decode(), safe=URL_CHARACTERS)
    return Markdown(f"[{escape(rest)}]({target})")
