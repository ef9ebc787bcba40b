"""What a person should decide: questions about an archive, each with its evidence and the answers to it.

Values only. Which questions an archive leaves open, `stages/ask/` finds; the terminal, the desk's page and
its server show them and carry out what was chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from .knowledge.curation.editing import edited
from .knowledge.curation.edits import Edit, in_order

# The kinds of questions, the most harmful first: what is wrong with all of a page, then what it lacks.
KINDS = (
    "text",  # no article was found in the file
    "parts",  # several articles, or several languages, in one text
    "corrections",  # made for another version of the file
    "title",
    "encoding",
    "date",
    "outlet",
    "authors",
    "lines",  # the kind of a borderline line
    "cut",  # a text that breaks off
    "people",  # a name that fits several people, or nobody
    "quotations",  # of essays
    "notes",
    "rights",
    "namesakes",  # people of one name whose roles contradict
    "person",  # whom nobody has described
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words of a hand-written page, and others to paste in their place: no command writes there."""

    file: str
    line: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: `value` as people read it, and what it writes.

    `lines` are those of the saved file where it stands, `chance` its probability where one is known.
    `confirms` says that it keeps what the rules found. `typed` names what a person types in the place of
    `TYPED` ("date", "name" …), empty where nothing is left to type.
    """

    value: str
    edits: tuple[Edit, ...] = ()
    lines: tuple[int, int] | None = None
    chance: float | None = None
    confirms: bool = False
    typed: str = ""
    replaces: Replacement | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something doubtful. `kind` is one of KINDS, `id` tells it from the others of its article.

    `seed` is the key of the article, "" for the whole archive. `file` and `line` are where the doubt stands.
    `rule` is the rule that decided so far, if one did. `detail` is what a problem says of it, in its words.
    """

    kind: str
    id: str
    seed: str
    file: str
    line: int | None
    finding: str
    choices: tuple[Choice, ...]
    rule: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text to paste into a file; `place` is the line on which it takes the place of what stands there."""

    file: str
    text: str
    place: int | None = None


def snippets(edits: Iterable[Edit]) -> tuple[Snippet, ...]:
    """What to paste, complete in itself, by file. Keys that go away are comments."""
    found: list[Snippet] = []
    for file, ones in in_order(edits).items():
        fresh: list[Edit] = []
        gone: list[str] = []
        place: int | None = None
        for edit in ones:
            if len(edit.path) > 1 and isinstance(edit.path[1], int):
                place = edit.path[1]
                if edit.value is not None:
                    kept = {key: one for key, one in edit.value.items() if one is not None}
                    fresh.append(Edit(file, edit.path[:1], [kept]))
                else:
                    gone.append(f"# Delete the entry on line {place}.\n")
            elif edit.value is None:
                gone.append(f"# Delete `{'.'.join(map(str, edit.path))}`.\n")
            else:
                fresh.append(_whole(edit))
        text = edited("", fresh) if fresh else ""
        found.append(Snippet(file, "".join(gone) + (text or ""), place))
    return tuple(found)


def _whole(edit: Edit) -> Edit:
    """An addition to an entry, as an entry of its own: its id and what comes to it."""
    if len(edit.path) > 1 and edit.file.endswith(("people.yml", "outlets.yml")):
        return Edit(edit.file, edit.path[:1], {"id": edit.path[0], str(edit.path[1]): edit.value})
    return edit


def as_json(question: Question) -> dict[str, Any]:
    """A question with its answers, for other programs; keys are only ever added."""
    return {
        "kind": question.kind,
        "id": question.id,
        "seed": question.seed,
        "file": question.file,
        "line": question.line,
        "finding": question.finding,
        "detail": question.detail,
        "rule": question.rule,
        "choices": [_choice(choice) for choice in question.choices],
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "value": choice.value,
        "lines": list(choice.lines) if choice.lines else None,
        "chance": None if choice.chance is None else round(choice.chance, 2),
        "confirms": choice.confirms,
        "typed": choice.typed,
        "snippets": [
            {"file": one.file, "yaml": one.text, "place": one.place} for one in snippets(choice.edits)
        ],
        "edits": [{"file": e.file, "path": list(e.path), "value": e.value} for e in choice.edits],
        "replaces": asdict(choice.replaces) if choice.replaces else None,
    }
