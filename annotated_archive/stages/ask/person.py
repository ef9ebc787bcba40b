"""People whom nobody has described → entries for `curation/people.yml`, most mentioned first.

A name that is nearly a described person's is suggested as another spelling of it. Nothing is merged: a person
decides, also that a name means no person at all. Whoever is known by a shortened or changed name is not asked
about: nobody else is meant by it, and nobody should be found by it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from ...knowledge.curation.edits import TYPED, Edit
from ...model import Article, Mention, Person
from ...questions import Choice, Question
from ...text.spelling import spelling_key
from ...words import lexicon
from ...words.role_forms import as_described
from .known import Known, one_line
from .people import PEOPLE, context_of

MOST_PEOPLE = 25  # questions at a time: what a person can check in one sitting
MOST_SUGGESTIONS = 3
# Of 100, between spelling keys. Two spellings of a name differ in a letter or two; at 85, members of a family
# with similar first names begin to come up.
NEAR = 88
# Characters before a name in which its role stands.
ROLE_BEFORE = 60
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s+\Z")
_WORD_AFTER = re.compile(
    rf"\A,\s+(?:(?:{lexicon.alternatives('small_words', 'before_role')})\s+)?([^\W\d_]+(?:-[^\W\d_]+)*)"
)


@dataclass(slots=True)
class Seen:
    """How an archive prints a person, and where first."""

    first: tuple[Article, Mention]
    mentions: int = 0
    articles: int = 0
    printed: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)


def person(known: Known) -> Iterator[Question]:
    """A question for each of the people most mentioned that nobody has described."""
    archive, seen = known.archive, _seen(known)
    order = sorted(seen, key=lambda one: (-seen[one].mentions, one))
    found_ones = (archive.people[i] for i in order if i in archive.people)
    unverified = [one for one in found_ones if not (one.verified or one.only_here)]
    everybody = (*known.curation.people, *archive.people.values())
    verified = list({one.id: one for one in everybody if one.verified and not one.nobody}.values())
    for one in unverified[:MOST_PEOPLE]:
        found = seen[one.id]
        article, mention = found.first
        choices = tuple(_choices(one, found, near(one.name, verified), known))
        finding = known.words(
            "ask.person.unverified",
            name=one.name,
            mentions=known.words("mentions", n=found.mentions),
            articles=known.words("articles", n=found.articles),
            printed=_counted(found.printed),
        )
        if found.roles:
            finding += " " + known.words("ask.person.roles", roles=_counted(found.roles))
        finding += f" {context_of(article, mention)}"
        line = article.saved.line_of(mention.span.start)
        yield Question("person", f"person:{one.id}", "", article.saved.file, line, finding, choices)


def near(name: str, people: Sequence[Person]) -> list[Person]:
    """The described people whose name may be another spelling of this one, nearest first.

    A single word is compared with their last words: it may be the surname of one of them.
    """
    single = " " not in name
    keys: list[str] = []
    owners: list[Person] = []
    for one in people:
        for spelling in (one.name, *one.also):
            keys.append(spelling_key(spelling.split()[-1] if single and spelling.split() else spelling))
            owners.append(one)
    found = process.extract(
        spelling_key(name), keys, scorer=fuzz.ratio, score_cutoff=100 if single else NEAR, limit=None
    )
    return list(dict.fromkeys(owners[index] for _, _, index in found))[:MOST_SUGGESTIONS]


def _choices(one: Person, found: Seen, others: Sequence[Person], known: Known) -> Iterator[Choice]:
    spellings = [name for name, _ in found.printed.most_common() if name != one.name and " " in name]
    entry: dict[str, object] = {"id": one.id, "name": one.name}
    if spellings:
        entry["also"] = spellings
    if role := one.role or next((role for role, _ in found.roles.most_common(1)), None):
        entry["role"] = role
    shown = f"{one.name}, {role}" if role else one.name
    article, mention = found.first
    lines = article.saved.lines_of(mention.span)
    yield Choice(one_line(shown), (Edit(PEOPLE, (one.id,), entry),), lines, None, True)
    for other in others:
        name = one_line(f"{other.name}, {other.role}" if other.role else other.name)
        edit = Edit(PEOPLE, (other.id, "also"), [one.name, *spellings])
        yield Choice(known.words("ask.person.spelling", name=name), (edit,))
    nobody = {"id": one.id, "name": one.name} | ({"also": spellings} if spellings else {})
    edit = Edit(PEOPLE, (one.id,), nobody | {"person": False})
    yield Choice(known.words("ask.person.nobody", name=one_line(one.name)), (edit,))
    typed = {"id": one.id, "name": TYPED, "also": [one.name, *spellings]}
    yield Choice(known.words("ask.typed.name"), (Edit(PEOPLE, (one.id,), typed),), typed="name")


def _seen(known: Known) -> dict[str, Seen]:
    seen: dict[str, Seen] = {}
    counted: defaultdict[str, set[str]] = defaultdict(set)
    for article in known.archive.articles:
        for mention in article.mentions:
            if mention.person:
                found = seen.setdefault(mention.person, Seen((article, mention)))
                counted[mention.person].add(article.saved.key)
                found.mentions += 1
                found.articles = len(counted[mention.person])
                found.printed[one_line(mention.printed)] += 1
                found.roles.update(_roles(article, mention, known))
    return seen


def _roles(article: Article, mention: Mention, known: Known) -> Iterator[str]:
    """The roles printed directly before a name, or behind it after a comma, in the nominative."""
    text, span = article.saved.text, mention.span
    before = _WORD_BEFORE.search(text[max(0, span.start - ROLE_BEFORE) : span.start])
    after = _WORD_AFTER.match(text[span.end : span.end + ROLE_BEFORE])
    for match in (before, after):
        if match and match[1][0].isupper() and known.is_role(match[1].lower().rsplit("-", 1)[-1]):
            role = as_described(match[1])
            if role is not None:
                yield role


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in counter.most_common())
