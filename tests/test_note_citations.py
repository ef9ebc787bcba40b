"""Notes cite as essays do: works are linked by their short forms; what is unknown is a problem, and stays."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from annotated_archive.pipeline import build
from annotated_archive.problems import Problem
from annotated_archive.project import Project

from .small_project import article, pages, small_project

HARBOUR, BRIDGE = "kuestenbote2001hafen", "kuestenbote2001bruecke"
WORK = {
    "id": "muster1998",
    "type": "book",
    "title": "Über Häfen",
    "author": [{"family": "Muster", "given": "Mia"}],
    "issued": {"date-parts": [[1998]]},
}
CURATION = "curation/articles/hafen.yml"
LINE = 2  # of the note


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = small_project(
        tmp_path / "archive",
        hafen=article("Hafen wird tiefer", "Stahl"),
        bruecke=article("Brücke ist fertig", "Holz"),
    )
    (made.docs / "references.json").write_text(json.dumps([WORK]), "utf-8")
    outlet = "- id: kuestenbote\n  name: Küstenbote\n  names: [Küstenbote]\n"
    (made.root / "curation/outlets.yml").write_text(outlet, "utf-8")
    permalinks = [
        f"- seed: hafen.txt\n  path: 2001/hafen\n  citekey: {HARBOUR}\n",
        f"- seed: bruecke.txt\n  path: 2001/bruecke\n  citekey: {BRIDGE}\n",
    ]
    (made.root / "curation/permalinks.yml").write_text("".join(permalinks), "utf-8")
    return made


def built(project: Project, note: str, edition: str = "public") -> tuple[dict[str, str], list[Problem]]:
    """The pages of an archive with the note, and its problems of citing."""
    text = f"notes:\n  - quote: Brücke aus Stahl\n    note: {json.dumps(note)}\n"
    (project.root / CURATION).write_text(text, "utf-8")
    _, problems = build(project, edition)
    return pages(project), [p for p in problems if p.code.startswith("Q")]


def shown(page: str) -> str:
    """The text of the one note of a page."""
    [text] = re.findall(r'<div class="note-text">(.*?)</div>', page)
    return text


def of(place: str = "", paragraph: str = "") -> str:
    """A link from the noted article to one of the other, with these words."""
    return f"[{place}](bruecke.md{paragraph}){{ .cited }}"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Siehe [@{b}].", "Siehe ([Küstenbote 2001](bruecke.md){ .cited })."),
        ("[@{b}, ¶ 2]", "([Küstenbote 2001, ¶&nbsp;2](bruecke.md#P){ .cited })"),
        ("[@{b}, ¶ 1–2]", "([Küstenbote 2001, ¶&nbsp;1–2](bruecke.md#P){ .cited })"),
        ("@{b} sagt es.", "[Küstenbote (2001)](bruecke.md){ .cited } sagt es."),
        ("@{b} [¶ 2] sagt es.", "[Küstenbote (2001, ¶&nbsp;2)](bruecke.md#P){ .cited } sagt es."),
        ("[-@{b}]", "([2001](bruecke.md){ .cited })"),
        (
            "[vgl. @{b}, ¶ 1, mit Bild]",
            "(vgl. [Küstenbote 2001, ¶&nbsp;1, mit Bild](bruecke.md#P){ .cited })",
        ),
        ("[@{b}; @muster1998, S. 3]", "([Küstenbote 2001](bruecke.md){ .cited }; Muster 1998, S. 3)"),
        ("[@muster1998]", "(Muster 1998)"),
        ("@muster1998 [S. 3]", "Muster (1998, S. 3)"),
        (
            "*So [@{b}]* und `@{b}`",
            "<em>So ([Küstenbote 2001](bruecke.md){ .cited })</em> und <code>@{b}</code>",
        ),
        (
            "- eins [@{b}]\n- zwei",
            "<ul> <li>eins ([Küstenbote 2001](bruecke.md){ .cited })</li> <li>zwei</li> </ul>",
        ),
        ("[@{h}, ¶ 1]", "([Küstenbote 2001, ¶&nbsp;1](hafen.md#P){ .cited })"),
        ("<b onclick=x>[@{b}]</b>", "<b>([Küstenbote 2001](bruecke.md){ .cited })</b>"),
        ("Frag @moewe17 oder a@b.example.", "Frag @moewe17 oder a@b.example."),
        ("\ue0000\ue000 [@{b}]", "\ue0000\ue000 ([Küstenbote 2001](bruecke.md){ .cited })"),
    ],
)
def test_a_note_cites(project: Project, note: str, expected: str) -> None:
    def keyed(text: str) -> str:
        return text.replace("{b}", BRIDGE).replace("{h}", HARBOUR)

    made, problems = built(project, keyed(note))
    assert problems == []
    found = re.sub(r"\s+", " ", shown(made["2001/hafen.md"]))
    targets = re.findall(r"\]\((\w+\.md)#([\w-]+)\)", found)
    assert all(f"#{target} " in made[f"2001/{page}"] for page, target in targets)
    found = re.sub(r"\.md#[\w-]+\)", ".md#P)", found)
    assert re.sub(r"</?p>", "", found) == keyed(expected)


@pytest.mark.parametrize("edition", ["local", "public"])
def test_links_start_where_the_note_is_shown(project: Project, edition: str) -> None:
    made, _ = built(project, f"[@{BRIDGE}]", edition)
    assert "(bruecke.md)" in shown(made["2001/hafen.md"])
    [index] = {shown(part) for part in made["notes/index.md"].splitlines() if "note-text" in part}
    assert "(../2001/bruecke.md){ .cited }" in index


@pytest.mark.parametrize(
    ("note", "code"),
    [
        (f"[@{BRIDGE}x]", "Q001"),
        ("Siehe [@niemand].", "Q001"),
        (f"[@{BRIDGE}; @niemand]", "Q001"),
        (f"[@{BRIDGE}, ¶ 9]", "Q004"),
        (f"[@{BRIDGE}, ¶ 1–9]", "Q004"),
        (f"@{BRIDGE} [¶ 9] sagt es.", "Q004"),
    ],
)
def test_what_nobody_knows_is_a_problem_and_stays(project: Project, note: str, code: str) -> None:
    made, problems = built(project, note, "local")
    assert [(p.file, p.line, p.code) for p in problems] == [(CURATION, LINE, code)]
    text = shown(made["2001/hafen.md"])
    assert re.sub(r"</?p>", "", text).replace("\\", "") == note


def test_a_citation_in_a_link_is_none(project: Project) -> None:
    made, problems = built(project, f"[bei @{BRIDGE}](https://bote.example/@{BRIDGE})", "local")
    assert [p.code for p in problems] == ["Q006"]
    assert f'<a href="https://bote.example/@{BRIDGE}">bei @{BRIDGE}</a>' in shown(made["2001/hafen.md"])
    made, _ = built(project, f'<a href="https://bote.example/">bei [@{BRIDGE}]</a>', "local")
    assert f"bei \\[@{BRIDGE}\\]</a>" in shown(made["2001/hafen.md"])


@pytest.mark.parametrize(
    ("note", "on_page", "in_index"),
    [
        ("[b](bruecke.md)", "[b](bruecke.md)", "[b](../2001/bruecke.md)"),
        ("[b](../2001/bruecke.md#x-1)", "[b](bruecke.md#x-1)", "[b](../2001/bruecke.md#x-1)"),
        ("[b](archive/2001/bruecke.md)", "[b](bruecke.md)", "[b](../2001/bruecke.md)"),
        ("[*b*](bruecke.md)", "[<em>b</em>](bruecke.md)", "[<em>b</em>](../2001/bruecke.md)"),
        ("[hier](#x)", "[hier](hafen.md#x)", "[hier](../2001/hafen.md#x)"),
        ("[alle](../people/index.md)", "[alle](../people/index.md)", "[alle](../people/index.md)"),
        ("[j](archive/2001/index.md)", "[j](index.md)", "[j](../2001/index.md)"),
        ("[k](archive/outlets/kuestenbote.md)", *["[k](../outlets/kuestenbote.md)"] * 2),
        ("[b](https://b.example/x.md)", *['<a href="https://b.example/x.md">b</a>'] * 2),
        # Nothing leads where no page is.
        ("[b](../desk/index.md)", "b", "b"),
        ("[b](../../../seeds/bruecke.txt)", "b", "b"),
        ("[b](//b.example/archive/2001/bruecke.md)", "b", "b"),
        ("[b](javascript:bruecke.md)", "b", "b"),
        ("[b](niemand.md)", "b", "b"),
    ],
)
def test_a_note_links_to_pages(project: Project, note: str, on_page: str, in_index: str) -> None:
    made, problems = built(project, note)
    assert problems == []
    assert shown(made["2001/hafen.md"]) == f"<p>{on_page}</p>"
    [index] = {shown(part) for part in made["notes/index.md"].splitlines() if "note-text" in part}
    assert index == f"<p>{in_index}</p>"
