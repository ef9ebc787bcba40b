"""Archive → catalogue: its articles by date, and which of them belong to a year, an outlet, a person.

Everything that several pages need is worked out here once; a page then costs its own length only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nsmallest

from ...model import Archive, Article, Kind, Mention, Outlet, Person, Saying
from ...text.dates import filed
from ...text.paragraphs import Paragraph, fold, paragraphs
from . import paths as places
from .parts import Parts

# A line or two below a title in a list.
LONGEST_TEASER = 180
LONGEST_DESCRIPTION = 300
# Those named together most often say something; the long tail of a page with hundreds of articles does not.
MOST_COMPANIONS = 12


@dataclass(frozen=True)
class Entry:
    """An article as lists show it. `mentions` are of its people, in order.

    `articles_naming` counts the articles of the archive that name each person.
    """

    article: Article
    title: str
    outlet: Outlet | None
    published: date | None  # the day that the date is filed under
    paragraphs: tuple[Paragraph, ...]
    mentions: dict[str, tuple[Mention, ...]]
    articles_naming: Mapping[str, int]

    @property
    def place(self) -> str:
        """The article's page."""
        return places.article_place(self.article.address)

    @property
    def year(self) -> str:
        """The year as its page is named; `undated` when nothing is known."""
        return f"{self.published.year:04d}" if self.published else places.UNDATED

    @property
    def date(self) -> str | None:
        """The date in EDTF."""
        found = self.article.description.date
        return found.value if found else None

    @property
    def language(self) -> str | None:
        """The article's language (BCP 47)."""
        found = self.article.description.lang
        return found.value if found else None

    @property
    def opening(self) -> str:
        """How the article begins, as much as a description may hold: its lead, else its first sentences."""
        texts = [p.text for p in self.paragraphs if p.kind is Kind.LEAD]
        texts = texts or [p.text for p in self.paragraphs if p.kind is Kind.BODY][:3]
        return shorten(" ".join(texts), LONGEST_DESCRIPTION)

    @property
    def teaser(self) -> str:
        """One or two lines of the opening."""
        return shorten(self.opening, LONGEST_TEASER)

    def passages(self, person: str) -> list[Paragraph]:
        """The numbered paragraphs that name a person, each once."""
        found: set[int] = set()
        for mention in self.mentions.get(person, ()):
            at = bisect_right(self._spans, (mention.span.start, len(self.article.saved.text), 0)) - 1
            if at >= 0 and mention.span.start < self._spans[at][1]:
                found.add(self._spans[at][2])
        return [self.paragraphs[number] for number in sorted(found) if self.paragraphs[number].number]

    @cached_property
    def _spans(self) -> list[tuple[int, int, int]]:
        """Start and end of all parts of paragraphs, in order, with the paragraph's place in the list."""
        numbered = enumerate(self.paragraphs)
        return sorted((part.start, part.end, n) for n, paragraph in numbered for part in paragraph.spans)

    @cached_property
    def parts(self) -> Parts:
        """Headline and paragraphs, to find passages in."""
        return Parts(self.article.saved.text, self.article.segments, self.paragraphs)

    @cached_property
    def sayings(self) -> dict[str, list[Saying]]:
        """What each person is quoted as saying, in order."""
        said: defaultdict[str, list[Saying]] = defaultdict(list)
        for saying in self.article.sayings:
            said[saying.person].append(saying)
        return dict(said)


@dataclass(frozen=True)
class Catalogue:
    """The archive's articles, newest first and undated ones last, and the parts that have pages."""

    entries: tuple[Entry, ...]
    years: dict[str, tuple[Entry, ...]]
    outlets: dict[str, Outlet]
    people: dict[str, Person]
    of_outlet: dict[str, tuple[Entry, ...]]
    of_person: dict[str, tuple[Entry, ...]]

    def companions(self, person: str) -> list[tuple[Person, int]]:
        """The people named in the same articles, with the number of those; most first."""
        entries = self.of_person[person]
        ranked = self._together.get(tuple(map(id, entries)), ())
        others = [(self.people[other], count) for other, count in ranked if other != person]
        return others[:MOST_COMPANIONS]

    @cached_property
    def _together(self) -> dict[tuple[int, ...], list[tuple[str, int]]]:
        """Whom the same articles name most often, one more than are shown, by articles: many share them."""
        ranked: dict[tuple[int, ...], list[tuple[str, int]]] = {}
        for entries in self.of_person.values():
            articles = tuple(map(id, entries))
            if articles not in ranked:
                together = Counter(other for entry in entries for other in entry.mentions)
                first = nsmallest(MOST_COMPANIONS + 1, together.items(), key=lambda one: (-one[1], one[0]))
                ranked[articles] = first
        return ranked


def catalogue(archive: Archive) -> Catalogue:
    """Sort and index the articles of an archive."""
    naming = Counter(person.id for article in archive.articles for person in article.people)
    entries = sorted(
        (_entry(article, archive, naming) for article in archive.articles),
        key=lambda entry: (-(entry.published or date.min).toordinal(), entry.place),
    )
    people = {person.id: person for article in archive.articles for person in article.people}
    return Catalogue(
        entries=tuple(entries),
        years=_grouped((entry.year, entry) for entry in entries),
        outlets={entry.outlet.id: entry.outlet for entry in entries if entry.outlet},
        people=people,
        of_outlet=_grouped((entry.outlet.id, entry) for entry in entries if entry.outlet),
        of_person=_grouped((person, entry) for entry in entries for person in entry.mentions),
    )


def shorten(text: str, longest: int) -> str:
    """The text cut after a sentence, else after a word, so that it has at most `longest` characters."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    sentence = max(cut.rfind(end) for end in (". ", "! ", "? "))
    if sentence > longest // 2:
        return cut[: sentence + 1]
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _entry(article: Article, archive: Archive, naming: Mapping[str, int]) -> Entry:
    description = article.description
    named = description.outlet.value if description.outlet else None
    mentions: dict[str, list[Mention]] = {person.id: [] for person in article.people}
    for mention in article.mentions:
        if mention.person in mentions:
            mentions[mention.person].append(mention)
    return Entry(
        article=article,
        title=fold(description.title.value if description.title else "") or article.saved.label,
        outlet=archive.outlets.get(named, Outlet(named, named)) if named else None,
        published=filed(description.date.value) if description.date else None,
        paragraphs=paragraphs(article.saved.text, article.segments),
        mentions={person: tuple(found) for person, found in mentions.items()},
        articles_naming=naming,
    )


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        groups[key].append(entry)
    return {key: tuple(groups[key]) for key in sorted(groups)}
