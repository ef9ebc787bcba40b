"""A sitting at the desk: what a person sees, and what becomes of what they choose. Plain values in and out.

Comes in: an archive as gathered, and decisions. A decision never says what to write: it names a question and
an answer, a line and a kind, or a field and a value, and what that writes is worked out here. Goes out: what
the page shows next. Who may ask is left to the server.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from typing import Any

from ...disk.project_lock import BusyError, only_writer
from ...fields import FIELDS
from ...knowledge.curation.edits import TYPED, Edit
from ...knowledge.curation.writing import Refused, Written, take_back, version, write_edits
from ...model import Article, Kind
from ...pipeline import known
from ...project import Project
from ...questions import KINDS, Choice, Question
from ...results import Result
from ...stages.ask import ask_archive, ask_article
from ...stages.ask.known import Known, file_of, line_edits, typed_field
from ...stages.compose import desk_article, desk_queue, questions_json
from ...text.dates import flaw, valid
from ...words.languages import interface
from .rereading import OUTLETS, PEOPLE, reread

PATIENCE = 5.0  # seconds to wait for another program that writes
SHARED = (PEOPLE, OUTLETS)
EDTF = "2016-07-15, 2016-07, 2016?, 2016-07-15~"
Told = dict[str, Any]


class Session:
    """One archive on the desk. Requests may come from several threads; each is answered alone."""

    def __init__(self, project: Project, result: Result) -> None:
        self.project, self.result = project, result
        self.words = interface(project.language)
        self._alone = threading.Lock()
        self._done: list[tuple[str, tuple[Written, ...]]] = []
        of = self._known()
        self._asked: dict[str, tuple[Question, ...]] = {
            article.saved.key: ask_article(article, of) for article in result.archive.articles
        }
        self._asked[""] = ask_archive(of)
        # What the files were when they were read: who has seen another version decides about something else.
        own = [file_of(article) for article in result.archive.articles]
        self._read = {file: version(project.root, file) for file in (*SHARED, *own)}
        self._order = sorted(self._asked, key=lambda seed: _harm(seed, self._asked[seed]))

    def queue(self) -> Told:
        """What the page lists."""
        with self._alone:
            return self._queue()

    def article(self, path: str) -> Told | None:
        """What the page shows of the article with this address, of the archive where it is empty."""
        with self._alone:
            articles = self.result.archive.articles
            seed = next((a.saved.key for a in articles if a.address.path == path), "") if path else ""
            if path and not seed:
                return None
            self._refresh(seed)
            return self._shown(seed)

    def decide(self, decision: Mapping[str, Any]) -> Told:
        """Carry out a decision; what the page shows then, with `said`, or `error` if nothing was done."""
        with self._alone:
            try:
                with only_writer(self.project.root, PATIENCE):
                    return self._undo() if decision.get("undo") else self._decide(decision)
            except BusyError as error:
                return {"error": str(error)}

    def _decide(self, decision: Mapping[str, Any]) -> Told:
        seed, versions = str(decision.get("seed", "")), decision.get("versions")
        article = self._find(seed)
        if (seed and article is None) or not isinstance(versions, dict):
            return self._refused(seed, self.words("desk.gone"))
        if article is not None and (other := self._changed(article, versions)):
            return self._refused(seed, self.words("desk.changed", file=other))
        edits = self._edits(decision, article)
        if isinstance(edits, str):
            return self._refused(seed, edits)
        done = write_edits(self.project.root, edits, {str(k): str(v) for k, v in versions.items()})
        if isinstance(done, Refused):
            why = self.words(f"desk.{done.why}", file=done.file, reason=done.reason)
            return self._refused(seed, why)
        self._done.append((seed, done))
        files = [written.file for written in done]
        self._reread(seed, files)
        return self._told(seed) | {"said": self.words("desk.saved", files=", ".join(files))}

    def _changed(self, article: Article, versions: Mapping[str, Any]) -> str | None:
        """The file that is not what the person has seen, if one is: the article's own, or its seed."""
        own = file_of(article)
        if version(self.project.root, own) != versions.get(own):
            return own
        return article.saved.file if self._is_replaced(article) else None

    def _is_replaced(self, article: Article) -> bool:
        return version(self.project.root, article.saved.file) != article.saved.sha256

    def _undo(self) -> Told:
        if not self._done:
            return {"error": self.words("desk.nothing-to-undo")}
        seed, done = self._done.pop()
        for written in reversed(done):
            if (refused := take_back(self.project.root, written)) is not None:
                why = self.words(f"desk.{refused.why}", file=refused.file, reason=refused.reason)
                return self._refused(seed, why)
        files = [written.file for written in done]
        self._reread(seed, files)
        return self._told(seed) | {"said": self.words("desk.undone", files=", ".join(files))}

    def _edits(self, decision: Mapping[str, Any], article: Article | None) -> tuple[Edit, ...] | str:
        """What a decision writes, or why it can write nothing."""
        typed, because = str(decision.get("typed", "")).strip(), str(decision.get("because", "")).strip()
        if article is not None and "start" in decision:
            return self._line(article, decision)
        if article is not None and "field" in decision:
            field = next((f for f in FIELDS if f.name == decision["field"] and f.curated), None)
            if field is None:
                return self.words("desk.gone")
            edits = typed_field(self._known(), article, field.name, [TYPED] if field.several else TYPED)
            choice = Choice("", edits, typed=field.name)
        else:
            question = next((q for q in self._questions(article) if q.id == decision.get("question")), None)
            number = decision.get("choice")
            if question is None or not isinstance(number, int) or not 0 <= number < len(question.choices):
                return self.words("desk.gone")
            choice = question.choices[number]
        if choice.typed and not typed:
            return self.words("desk.needs-text")
        if choice.typed == "date" and not valid(typed):
            return self.words(
                "desk.wrong", text=typed, reason=flaw(typed) or "EDTF: 2016-07-15, 2016-07, 2016~"
            )
        edits = tuple(edit.typed(typed) for edit in choice.edits)
        return tuple(_reasoned(edit, because) for edit in edits) if because else edits

    def _line(self, article: Article, decision: Mapping[str, Any]) -> tuple[Edit, ...] | str:
        segment = next((s for s in article.segments if s.span.start == decision["start"]), None)
        kinds = [kind.value for kind in Kind if kind is not Kind.BLANK]
        if segment is None or segment.kind is Kind.BLANK or decision.get("kind") not in kinds:
            return self.words("desk.gone")
        curated = self.result.curation.articles.get(article.saved.key)
        return line_edits(article, curated, segment.span, str(decision["kind"]))

    # What the page shows

    def _told(self, seed: str) -> Told:
        return {"article": self._shown(seed), "rows": self._queue()["articles"]}

    def _refused(self, seed: str, why: str) -> Told:
        """Nothing was written; what is shown is read anew, so that a person decides on what there is."""
        self._refresh(seed)
        return self._told(seed) | {"error": why}

    def _shown(self, seed: str) -> Told:
        article = self._find(seed)
        versions = {file: self._read[file] for file in SHARED}
        asked = self._questions(article)
        if article is None:
            return {"seed": "", "questions": questions_json(asked, self.words), "versions": versions}
        own = file_of(article)
        versions[own] = self._read[own]
        told = desk_article(article, asked, self.words, self.result.archive.outlets)
        return told | {"versions": versions}

    def _queue(self) -> Told:
        # In the order in which the sitting began: nobody should lose their place by answering.
        questions = [question for seed in self._order for question in self._asked.get(seed, ())]
        archive = self.result.archive
        known = {article.saved.key: article for article in archive.articles}
        articles = [known[seed] for seed in self._order if seed in known]
        return desk_queue(articles, questions, self.words)

    def _questions(self, article: Article | None) -> tuple[Question, ...]:
        return self._asked[article.saved.key if article else ""]

    def _find(self, seed: str) -> Article | None:
        return next((a for a in self.result.archive.articles if a.saved.key == seed), None)

    def _known(self) -> Known:
        return known(self.project, self.result)

    def _refresh(self, seed: str) -> None:
        """Read anew what somebody else has changed since, of what is shown of an article."""
        article = self._find(seed)
        watched = (*SHARED, file_of(article)) if article else SHARED
        changed = [file for file in watched if version(self.project.root, file) != self._read[file]]
        if changed or (article and self._is_replaced(article)):
            self._reread(seed, changed)

    def _reread(self, seed: str, files: Iterable[str]) -> None:
        self._read |= {file: version(self.project.root, file) for file in files}
        before = {article.saved.key: article for article in self.result.archive.articles}
        self.result = reread(self.project, self.result, seed, list(files))
        of = self._known()
        for article in self.result.archive.articles:
            if before.get(article.saved.key) is not article or article.saved.key == seed:
                self._asked[article.saved.key] = ask_article(article, of)
        self._asked[""] = ask_archive(of)


def _harm(seed: str, questions: tuple[Question, ...]) -> tuple[bool, int, str]:
    """Where an article stands in the queue: those without questions behind the others, the archive last."""
    kind = KINDS.index(questions[0].kind) if questions else len(KINDS)
    return not seed, kind, seed


def _reasoned(edit: Edit, because: str) -> Edit:
    return Edit(edit.file, edit.path, because) if edit.path[0] in ("because", "accept") else edit
