"""The folder `curation/` → Curation."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from ...disk.folder import UNREADABLE, look, shown_path
from ...model import Acceptance, CuratedArticle, Note, Outlet, Permalink, Person
from ...problems import Problem
from ...seed_key import seed_key
from .accepted import read_accepted
from .check import check, nearest
from .corrections import read_corrections
from .forms import ArchiveForm, ArticleForm, Form, NoteForm, OutletForm, PersonForm
from .lines import Lines, read_yaml
from .permalinks import PERMALINKS, read_permalinks

F = TypeVar("F", bound=Form)
FILES = ("people.yml", "outlets.yml", PERMALINKS)
ARCHIVE = "archive.yml"
OTHER_SUFFIXES = (".yml", ".yaml", ".json")  # `permalinks.yaml` or `People.yml` was meant to be one of FILES
# Not facts about the article: they need no reason of their own.
WITHOUT_REASON = frozenset({"because", "people", "notes", "lines", "sha256", "accept"})


@dataclass(frozen=True, slots=True)
class Curation:
    """All that people decided: articles by seed key, people and outlets in order, addresses given out.

    `unread` are files of the whole archive of which nothing is known: what depends on them may not be
    published. `unread_articles` are the keys of seeds of which that is true.
    """

    articles: dict[str, CuratedArticle] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    outlets: dict[str, Outlet] = field(default_factory=dict)
    permalinks: tuple[Permalink, ...] = ()
    unread: tuple[str, ...] = ()
    unread_articles: frozenset[str] = frozenset()
    largest_seed: int | None = None  # megabytes
    accepted: tuple[Acceptance, ...] = ()  # of `archive.yml`: notices of no single article


def read_curation(folder: Path, shown_as: str) -> tuple[Curation, tuple[Problem, ...]]:
    """Read `folder`, which may be missing or empty; `shown_as` is its name in problems ("curation")."""
    read = _FolderReading(folder, shown_as)
    people, outlets = read.people(), read.outlets()
    permalinks, misread = read_permalinks(*read.items(PERMALINKS), f"{shown_as}/{PERMALINKS}")
    read.problems.extend(misread)
    articles, unread_articles = read.articles()
    # A file that was replaced since its address was recorded has other lines.
    recorded = {entry.seed: entry.sha256 for entry in permalinks if entry.sha256}
    for key, article in articles.items():
        if article.corrections and not article.sha256:
            articles[key] = replace(article, sha256=recorded.get(key, ""))
    known = people, outlets, permalinks
    accepted, largest = read.archive()
    unread = tuple(read.unread)
    curation = Curation(articles, *known, unread, unread_articles, largest_seed=largest, accepted=accepted)
    return curation, tuple(read.problems)


class _FolderReading:
    """One reading of the folder: its files, and what was wrong with them or could not be read so far."""

    def __init__(self, folder: Path, shown_as: str) -> None:
        listing = look(folder, follow_out=True)
        self.folder, self.shown_as = folder, shown_as
        self.problems = list(listing.problems(shown_as))
        self.unread = [
            f"{shown_as}/{refused.path}".rstrip("/")
            for refused in listing.refused
            if refused.code == UNREADABLE or refused.path in FILES
        ]
        # A folder with the name of a file is in its place, and cannot be read as one.
        self.files = {**listing.files, **{name: folder / name for name in listing.folders if name in FILES}}

    def items(self, file: str) -> tuple[list[object], Lines]:
        """The entries of a file that is a list; none if it is not there."""
        shown = f"{self.shown_as}/{file}"
        if file not in self.files:
            self.unread.extend(f"{self.shown_as}/{name}" for name in self.files if _was_meant(name, file))
            return [], Lines()
        content, lines, found = read_yaml(self.folder / file, shown)
        self.problems.extend(found)
        if any(problem.code == "C001" for problem in found):
            self.unread.append(shown)
        elif content and not isinstance(content, list):
            finding = "Here a list is expected: entries that each begin with a dash."
            self._problem(shown, lines.of(()), "C003", finding, "Put `- ` before each entry.")
            self.unread.append(shown)
        return content if isinstance(content, list) else [], lines

    def _entries(self, file: str, form: type[F]) -> Iterator[tuple[F, int | None]]:
        content, lines = self.items(file)
        for i, item in enumerate(content):
            entry, found = check(item, form, (i,), lines, f"{self.shown_as}/{file}")
            self.problems.extend(found)
            if entry is not None:
                yield entry, lines.of((i,))

    def people(self) -> tuple[Person, ...]:
        """The described people, in order."""
        people: dict[str, Person] = {}
        for person, line in self._entries("people.yml", PersonForm):
            if person.id in people:
                finding = f'The id "{person.id}" is used twice; the first entry counts.'
                remedy = "Give one of the two people another id."
                self._problem(f"{self.shown_as}/people.yml", line, "P001", finding, remedy)
                continue
            fields = person.model_dump(exclude={"also", "person"})
            also, nobody = tuple(person.also), not person.person
            people[person.id] = Person(**fields, also=also, verified=True, nobody=nobody)
        return tuple(people.values())

    def outlets(self) -> dict[str, Outlet]:
        """The described outlets by their ids."""
        outlets: dict[str, Outlet] = {}
        for outlet, line in self._entries("outlets.yml", OutletForm):
            if outlet.id in outlets:
                finding = f'The id "{outlet.id}" is used twice; the first entry counts.'
                remedy = "Remove or rename one of them."
                self._problem(f"{self.shown_as}/outlets.yml", line, "C006", finding, remedy)
                continue
            outlets[outlet.id] = Outlet(outlet.id, outlet.name, tuple(outlet.names), tuple(outlet.hosts))
        return outlets

    def articles(self) -> tuple[dict[str, CuratedArticle], frozenset[str]]:
        """What was decided about each article by its seed's key, and the keys of those not readable."""
        articles: dict[str, CuratedArticle] = {}
        unread: set[str] = set()
        for name, path in self.files.items():
            if name in (*FILES, ARCHIVE):
                continue
            shown = shown_path(f"{self.shown_as}/{name}")
            if not (name.startswith("articles/") and name.endswith(".yml")):
                remedy = nearest(name, [*FILES, ARCHIVE, "articles/<seed>.yml"])
                self._problem(shown, None, "C007", "Curation knows no file of this name.", remedy)
                continue
            key = unicodedata.normalize("NFC", name.removeprefix("articles/").removesuffix(".yml"))
            if key in articles or key in unread:
                finding = (
                    f'The seed "{key}" has another file of the same name, which counts; this one is not used.'
                )
                self._problem(shown, None, "C006", finding, "Put both into one file.")
                continue
            article, found = _article(path, key, shown)
            self.problems.extend(found)
            if article:
                articles[key] = article
            elif any(problem.code == "C001" for problem in found):
                unread.add(key)
        return articles, frozenset(unread)

    def archive(self) -> tuple[tuple[Acceptance, ...], int | None]:
        """What `archive.yml` accepts, and the most megabytes of a seed."""
        if ARCHIVE not in self.files:
            return (), None
        shown = f"{self.shown_as}/{ARCHIVE}"
        content, lines, found = read_yaml(self.files[ARCHIVE], shown)
        self.problems.extend(found)
        if content is None:
            return (), None
        written = content.pop("accept", None) if isinstance(content, dict) else None
        form, found = check(content, ArchiveForm, (), lines, shown)
        accepted, unusable = read_accepted(written, lines, shown, places=True)
        self.problems.extend((*found, *unusable))
        return accepted, form.largest_seed if form else None

    def _problem(self, shown: str, line: int | None, code: str, finding: str, remedy: str) -> None:
        self.problems.append(Problem(shown, line, code, finding, remedy))


def _was_meant(name: str, file: str) -> bool:
    stem = Path(name).stem.casefold()
    return stem == Path(file).stem and Path(name).suffix.casefold() in OTHER_SUFFIXES


def orphans(
    curation: Curation,
    keys: Iterable[str],
    files: Iterable[str],
    unread: Callable[[str], bool] = lambda key: False,
) -> Iterator[Problem]:
    """Curation for seeds that are neither among the articles' `keys` nor among the unreadable `files`.

    Files are named as problems name them ("seeds/a.txt"). Of a file that holds several articles, curation
    under the file's own name can only say what is true of the whole file, which is its encoding. `unread`
    tells of a seed's key whether it may lie where nobody could look.
    """
    articles = set(keys)
    divided = {key.rpartition("#")[0] for key in articles if "#" in key}
    unreadable = {seed_key(file.partition("/")[2]) for file in files}
    for key, article in curation.articles.items():
        if key in articles or key.partition("#")[0] in unreadable or unread(key):
            continue
        of_one = article.notes or article.people or article.corrections
        if key in divided and article.fields.keys() <= {"encoding"} and not of_one:
            continue
        if key in divided:
            finding = f'The seed "{key}" holds several articles, and this file does not say which it means.'
            first = next(k for k in sorted(articles) if k.rpartition("#")[0] == key)
            remedy = f'Name it after one of them, such as "{first}.yml"; `inspect` lists them.'
            yield Problem(article.file, None, "C004", finding, remedy)
        else:
            finding = f'There is no seed "{key}" that this file could speak of.'
            remedy = "Rename the file after its seed, or delete it."
            yield Problem(article.file, None, "C004", finding, remedy)


def _article(path: Path, key: str, shown: str) -> tuple[CuratedArticle | None, list[Problem]]:
    content, lines, found = read_yaml(path, shown)
    problems = list(found)
    if content is None:
        return None, problems
    # One by one: a note that cannot be used must not cost the others.
    written = content.pop("notes", None) if isinstance(content, dict) else None
    kinds = content.pop("lines", None) if isinstance(content, dict) else None
    accepting = content.pop("accept", None) if isinstance(content, dict) else None
    form, found = check(content, ArticleForm, (), lines, shown)
    problems.extend(found)
    notes, unusable = _notes(written, lines, shown)
    problems.extend(unusable)
    corrections, unfit = read_corrections(kinds, lines, shown)
    problems.extend(unfit)
    accepted, refused = read_accepted(accepting, lines, shown)
    problems.extend(refused)
    if form is None:
        return None, problems
    given = form.model_dump(exclude_none=True)
    because, people = given["because"], given["people"]
    fields = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in given.items()
        if name not in WITHOUT_REASON
    }
    at = {name: line for (name, *rest), line in _named(lines.by_location) if not rest}
    at |= {
        f"people.{rest[0]}": line
        for (name, *rest), line in _named(lines.by_location)
        if name == "people" and rest
    }
    for name in fields:
        if name not in because:
            finding = f"The field `{name}` does not say why."
            problems.append(Problem(shown, at.get(name), "C005", finding, f"Add `{name}:` under `because:`."))
    for name in because:
        if name not in fields and not (name == "lines" and corrections):
            finding = f"A reason is given for `{name}`, which this file does not set."
            line = lines.of(("because", name))
            problems.append(Problem(shown, line, "C002", finding, f"Add `{name}:`, or remove the reason."))
    corrections = tuple(replace(c, because=c.because or because.get("lines")) for c in corrections)
    decided = because, people, notes, at, corrections, given.get("sha256", ""), accepted
    return CuratedArticle(key, shown, fields, *decided), problems


def _notes(written: object, lines: Lines, shown: str) -> tuple[tuple[Note, ...], list[Problem]]:
    if written is not None and not isinstance(written, list):
        finding = "Under `notes:` a list is expected."
        problem = Problem(shown, lines.of(("notes",)), "C003", finding, "Put `- ` before each note.")
        return (), [problem]
    notes: list[Note] = []
    problems: list[Problem] = []
    for i, item in enumerate(written or ()):
        n, found = check(item, NoteForm, ("notes", i), lines, shown)
        problems.extend(found)
        if n is not None:
            line = lines.of(("notes", i))
            notes.append(Note(n.quote, n.note, n.prefix, n.suffix, tuple(n.tags), n.by, n.date, shown, line))
    return tuple(notes), problems


def _named(by_location: dict[tuple[str | int, ...], int]) -> Iterator[tuple[tuple[str, ...], int]]:
    return ((tuple(map(str, location)), line) for location, line in by_location.items() if location)
