"""People whom nobody verified → entries for `curation/people.yml`, most mentioned first; and who they may be.

A name that is nearly a described person's is suggested as another spelling of it. Nothing is merged: a person
decides, by pasting one line or the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import yaml
from rapidfuzz import fuzz, process

from ...model import Archive, Article, Mention, Person
from ...stages.identify import spelling_key
from ...stages.identify.vocabulary import is_role
from ...words import lexicon
from .lines import one_line

MOST_PEOPLE = 25  # entries to paste at a time: what a person can check in one sitting
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
    """How an archive prints a person."""

    mentions: int = 0
    articles: int = 0
    printed: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)


def entries(archive: Archive, described: Iterable[Person]) -> Iterator[str]:
    """The entries, each with what was seen of the person as a comment above it.

    `described` are the people of `curation/people.yml`, whether an article names them or not.
    """
    seen = _seen(archive)
    order = sorted(seen, key=lambda person: (-seen[person].mentions, person))
    unverified = [archive.people[i] for i in order if i in archive.people and _open(archive.people[i])]
    if not unverified:
        return
    known = {person.id: person for person in (*described, *archive.people.values()) if person.verified}
    verified = list(known.values())
    yield f"# People that nobody verified: {len(unverified)}, most mentioned first (curation/people.yml)"
    if len(unverified) > MOST_PEOPLE:
        yield f"# The first {MOST_PEOPLE}; the others follow when these are decided."
    for person in unverified[:MOST_PEOPLE]:
        yield _entry(person, seen[person.id], near(person.name, verified))
    yield ""


def _open(person: Person) -> bool:
    """Whether somebody may say who this is; a name that a newsroom shortened or changed says nothing."""
    return not person.verified and person.only_here in ("", "namesake")


def near(name: str, people: Sequence[Person]) -> list[Person]:
    """The described people whose name may be another spelling of this one, nearest first.

    A single word is compared with their last words: it may be the surname of one of them.
    """
    single = " " not in name
    keys: list[str] = []
    owners: list[Person] = []
    for person in people:
        for spelling in (person.name, *person.also):
            keys.append(spelling_key(spelling.split()[-1] if single and spelling.split() else spelling))
            owners.append(person)
    found = process.extract(
        spelling_key(name), keys, scorer=fuzz.ratio, score_cutoff=100 if single else NEAR, limit=None
    )
    return list(dict.fromkeys(owners[index] for _, _, index in found))[:MOST_SUGGESTIONS]


def _entry(person: Person, seen: Seen, candidates: Iterable[Person]) -> str:
    """An entry with comments, all of it valid YAML."""
    spellings = [name for name, _ in seen.printed.most_common() if name != person.name and " " in name]
    entry: dict[str, object] = {"id": person.id, "name": person.name}
    if spellings:
        entry["also"] = spellings
    if role := person.role or next((role for role, _ in seen.roles.most_common(1)), None):
        entry["role"] = role
    lines = [f"# {_number(seen.mentions, 'mention')} in {_number(seen.articles, 'article')}"]
    lines.append(f"# printed: {_counted(seen.printed)}")
    if seen.roles:
        lines.append(f"# roles seen: {_counted(seen.roles)}")
    for other in candidates:
        known = f"{other.name}, {other.role}" if other.role else other.name
        lines.append(f"# Another spelling of {other.id} ({one_line(known)})? Then add it there, under also:")
        lines.append(f"#   - {_yaml(person.name)}")
    body = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=2**31).rstrip()
    return "\n".join([*lines, body])


def _seen(archive: Archive) -> dict[str, Seen]:
    seen: defaultdict[str, Seen] = defaultdict(Seen)
    for article in archive.articles:
        for identifier in {mention.person for mention in article.mentions if mention.person}:
            seen[identifier].articles += 1
        for mention in article.mentions:
            if mention.person:
                found = seen[mention.person]
                found.mentions += 1
                found.printed[one_line(mention.printed)] += 1
                found.roles.update(_roles(article, mention))
    return dict(seen)


def _roles(article: Article, mention: Mention) -> Iterator[str]:
    """The roles printed directly before a name, or behind it after a comma."""
    text, span = article.saved.text, mention.span
    before = _WORD_BEFORE.search(text[max(0, span.start - ROLE_BEFORE) : span.start])
    after = _WORD_AFTER.match(text[span.end : span.end + ROLE_BEFORE])
    for match in (before, after):
        if match and match[1][0].isupper() and is_role(match[1].lower().rsplit("-", 1)[-1]):
            yield match[1]


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in counter.most_common())


def _number(n: int, thing: str) -> str:
    return f"{n} {thing}{'s' * (n != 1)}"


def _yaml(text: str) -> str:
    return yaml.safe_dump([text], allow_unicode=True, width=2**31).strip().removeprefix("- ")
