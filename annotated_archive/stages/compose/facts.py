"""What is known of an article → the list of facts on its page, each with how it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ...fields import SHOWN, Field
from ...model import Certainty, Found, Person
from ...text.dates import display
from ...words.languages import Interface
from .catalogue import Entry
from .escape import Markdown, escape
from .paths import desk_link, link, outlet_place, person_place
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
    correct: Markdown | None = None  # where a person puts it right


@dataclass(frozen=True)
class Evidence:
    """How a fact is known: in a word, and in full as Markdown."""

    certainty: Certainty
    word: str
    details: Markdown


def facts(entry: Entry, words: Interface, here: str, with_desk: bool = False) -> list[Fact]:
    """The facts of an article in the order in which readers ask for them; `with_desk` each leads there."""

    def desk(field: str, curated: bool = True) -> Markdown | None:
        return desk_link(here, article.address.path, field) if with_desk and curated else None

    article = entry.article
    lines: list[Fact] = []
    for field in SHOWN:
        values = _found(field, entry)
        if field.fact and values:
            label = words(f"fact.{field.fact}", n=len(values))
            shown = ", ".join(_shown(field, value, entry, words, here) for value in values)
            proof = evidence(values, entry, words)
            lines.append(Fact(label, Markdown(shown), proof, desk(field.name, field.curated)))
        elif field.name == "date":
            lines.append(Fact(words("fact.date", n=1), escape(words("unknown")), None, desk("date")))
        if field.name == "agencies" and article.people:
            people = [
                f"[{escape(person.name)}]({link(here, person_place(person.id))})" for person in article.people
            ]
            label = words("fact.person", n=len(people))
            proof = _verification(article.people, words)
            lines.append(Fact(label, Markdown(", ".join(people)), proof, desk("people")))
    lines.append(Fact(words("fact.citekey", n=1), escape(article.address.citekey)))
    return lines


def _found(field: Field, entry: Entry) -> tuple[Found[Any], ...]:
    """What is known of a field, as it can be shown: an outlet needs its entry."""
    found = getattr(entry.article.description, field.name)
    if field.name == "outlet" and entry.outlet is None:
        return ()
    return tuple(found) if field.several else (found,) if found else ()


def _shown(field: Field, value: Found[Any], entry: Entry, words: Interface, here: str) -> Markdown:
    """One value of a field as Markdown."""
    if field.name == "outlet" and entry.outlet:
        return Markdown(f"[{escape(entry.outlet.name)}]({link(here, outlet_place(entry.outlet.id))})")
    if field.name == "url":
        return _outgoing(value.value)
    text = str(value.value)
    if field.name == "date":
        time = entry.article.description.time
        text = display(text, words.language) + (f", {clock(time.value)}" if time else "")
    return escape(text, starts_line=False)


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
    """Where it stands, what the rule does or why a person decided so, and how sure a doubtful one is."""
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
    if value.chance is not None and value.certainty is Certainty.INFERRED:
        parts.append(escape(words("chance", percent=round(100 * value.chance))))
    return " · ".join(parts)


def _outgoing(url: str) -> Markdown:
    """A link to a web address, shown without its scheme; any other text is only shown."""
    scheme, _, rest = url.partition("://")
    if scheme not in ("http", "https") or not rest:
        return escape(url)
    target = quote(url.encode("utf-8", "replace").decode(), safe=URL_CHARACTERS)
    return Markdown(f"[{escape(rest)}]({target})")
