"""Promise: an edit changes what it names and not one other character; where it cannot, nothing is changed."""

from __future__ import annotations

import difflib
from typing import Any

import pytest

from annotated_archive.knowledge.curation.editing import edited
from annotated_archive.knowledge.curation.edits import TYPED, TYPED_ID, Edit, freed

ARTICLE, PEOPLE = "curation/articles/a.yml", "curation/people.yml"
WRITTEN = """\
# yaml-language-server: $schema=../../schemas/article.json
date:   2016-07-15~            # EDTF
because:
  date: Somebody met somebody; the text says "am Donnerstag"   # why

# People below
people:
  Weber: anna-weber
notes:
  - quote: Kontrollzentrum
    note: |
      What the *sides* said.

      More
    tags: [air war]
  - quote: Hafen
    note: >-
      Long
      words
  # last comment

# end
"""
# Name → text, edits as (path, value), what is gone and what is new.
CASES: dict[str, tuple[str, str, list[tuple[tuple[str | int, ...], Any]], str, str]] = {
    "a new key": (ARTICLE, WRITTEN, [(("title",), "Neue: Brücke")], "", 'title: "Neue: Brücke"\n'),
    "a key in a mapping before a comment": (
        ARTICLE,
        WRITTEN,
        [(("because", "title"), "seen")],
        "",
        "  title: seen\n",
    ),
    "a value with its comment": (
        ARTICLE,
        WRITTEN,
        [(("date",), "2017-01")],
        "date:   2016-07-15~            # EDTF\n",
        "date: 2017-01            # EDTF\n",
    ),
    "a new mapping": (ARTICLE, WRITTEN, [(("lines", "9"), "title")], "", "lines:\n  9: title\n"),
    "the last key of a mapping goes with it": (
        ARTICLE,
        WRITTEN,
        [(("people", "Weber"), None)],
        "people:\n  Weber: anna-weber\n",
        "",
    ),
    "an item by its line": (ARTICLE, WRITTEN, [(("notes", 10), {"prefix": "im"})], "", "    prefix: im\n"),
    "an item goes": (
        ARTICLE,
        WRITTEN,
        [(("notes", 16), None)],
        "  - quote: Hafen\n    note: >-\n      Long\n      words\n",
        "",
    ),
    "a line of a range": (
        ARTICLE,
        "lines:\n  8-10: body # c\n",
        [(("lines", "9"), "title")],
        "  8-10: body # c\n",
        "  9: title\n  8: body\n  10: body\n",
    ),
    "a line again": (
        ARTICLE,
        "lines:\n  9: body # c\n",
        [(("lines", "9"), "title")],
        "  9: body # c\n",
        "  9: title # c\n",
    ),
    "an empty key": (ARTICLE, "because:\ndate: 1\n", [(("because", "date"), "x")], "", "  date: x\n"),
    "nothing written": (
        ARTICLE,
        "",
        [(("date",), "2001-06"), (("because", "date"), "x")],
        "",
        "date: 2001-06\nbecause:\n  date: x\n",
    ),
    "comments alone": (ARTICLE, "# c", [(("date",), "2001-06")], "# c", "# c\ndate: 2001-06\n"),
    "a flow mapping": (
        ARTICLE,
        "because: {date: x}\n",
        [(("because", "title"), "y, z")],
        "because: {date: x}\n",
        'because: {date: x, title: "y, z"}\n',
    ),
    "a new entry": (
        PEOPLE,
        "- id: a\n  name: A\n# end\n",
        [(("b",), {"id": "b", "name": "B: B", "also": ["C"]})],
        "",
        '- id: b\n  name: "B: B"\n  also: [C]\n',
    ),
    "an indented list": (
        PEOPLE,
        "  - id: a\n    name: A\n",
        [(("b",), {"id": "b", "name": "B"})],
        "",
        "  - id: b\n    name: B\n",
    ),
    "one more spelling": (
        PEOPLE,
        "- id: a\n  also: [x]\n- id: b\n",
        [(("a", "also"), ["z"])],
        "  also: [x]\n",
        "  also: [x, z]\n",
    ),
    "a notice behind a list of codes": (
        ARTICLE,
        "accept: [S002]\ndate: 2001  # why\n",
        [(("accept", "D005"), "Angesehen.")],
        "accept: [S002]\n",
        'accept: [S002, {"D005": "Angesehen."}]\n',
    ),
    "a notice behind codes on lines": (
        ARTICLE,
        "accept:\n  - S002: gut  # ja\ndate: 2001\n",
        [(("accept", "D005"), "Angesehen")],
        "",
        "  - D005: Angesehen\n",
    ),
    "a notice behind one code": (
        ARTICLE,
        "accept: S002  # ja\n",
        [(("accept", "D005"), "Angesehen")],
        "accept: S002  # ja\n",
        "accept: [S002, {D005: Angesehen}]  # ja\n",
    ),
    "a name that means nobody": (
        PEOPLE,
        "- id: a  # x\n",
        [(("b",), {"id": "b", "name": "Haus B", "person": False})],
        "",
        "- id: b\n  name: Haus B\n  person: false\n",
    ),
    "JSON stays JSON": (
        PEOPLE,
        '[{"id": "a"}]\n',
        [(("b",), {"id": "b"})],
        '[{"id": "a"}]\n',
        '[{"id": "a"}, {"id": "b"}]\n',
    ),
}
REFUSED = {
    "broken YAML": (ARTICLE, "date: [\n", ("date",), "x"),
    "a list for a mapping": (ARTICLE, "- date\n", ("date",), "x"),
    "a mapping for a list": (PEOPLE, "id: a\n", ("b",), {"id": "b"}),
    "a part that stands in two places": (
        ARTICLE,
        "a: &x {b: c}\nbecause: *x\n",
        ("because", "title"),
        "y",
    ),
    "a key in a list": (ARTICLE, "people: [a, b]\n", ("people", "Haus"), "nobody"),
    "a key in a text": (ARTICLE, "lines: 9\n", ("lines", "3"), "title"),
    "an item that is not there": (ARTICLE, WRITTEN, ("notes", 3), {"prefix": "im"}),
    "an entry that nobody has": (PEOPLE, "- id: a\n", ("b", "also"), ["x"]),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_what_is_named_changes(name: str, newline: str, mark: str) -> None:
    file, before, edits, gone, new = CASES[name]
    written = mark + before.replace("\n", newline)
    after = edited(written, [Edit(file, path, value) for path, value in edits])
    assert after is not None
    assert "\n" not in after.replace("\r\n", "") or newline == "\n" or "\n" not in before.strip()
    assert after.startswith(mark)
    lines = after.removeprefix(mark).replace("\r\n", "\n").splitlines(keepends=True)
    changes = list(difflib.ndiff(before.splitlines(keepends=True), lines))
    assert "".join(c[2:] for c in changes if c.startswith("- ")) == gone
    assert "".join(c[2:] for c in changes if c.startswith("+ ")) == new


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_written_without_harm_is_not(name: str) -> None:
    file, before, path, value = REFUSED[name]
    assert edited(before, [Edit(file, path, value)]) is None


def test_each_line_stands_once() -> None:
    assert freed({"8–10": "body", "12": "title"}, "9") == {"8": "body", "10": "body", "12": "title"}
    assert freed({"8-9": "body"}, "9-12") == {"8": "body"}
    assert freed({"9": [{"quote": "a", "kind": "title"}]}, "9") == {}


def test_what_is_typed_takes_its_place() -> None:
    edit = Edit(PEOPLE, (TYPED_ID,), {"id": TYPED_ID, "name": TYPED})
    assert edit.typed("Der Bote") == Edit(PEOPLE, ("der-bote",), {"id": "der-bote", "name": "Der Bote"})
    assert Edit(ARTICLE, ("authors",), [TYPED]).typed("A B; C D").value == ["A B", "C D"]
