"""Judgement about lines: what a person says of a line holds for everything behind, and for no other line."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_archive.knowledge.curation import Curation, read_curation
from annotated_archive.model import Certainty, Correction, CuratedArticle, Kind, SavedText, Segment, Span
from annotated_archive.pipeline import build, understand
from annotated_archive.results import Understood
from annotated_archive.stages.segment import correct, segment
from annotated_archive.text.paragraphs import paragraph_id

from .casebook import cases
from .small_project import pages, small_project

FIRST = "Die Stadt Sandhaven hat am Dienstag eine Brücke eröffnet. Sie führt über den Fluss zum Hafen."
SECOND = "Viele Menschen kamen, obwohl es in Strömen regnete, und gingen am Abend über die neue Brücke heim."
PAGE = f"""\
Start
Küstenbote
Wetter-AlarmNeue Brücke in Sandhaven
Ein Bau aus Holz und Glück
Karla Probe-Muster
5.6.2001

{FIRST}

Die Brücke bei Nacht

{SECOND}

Nils sagt:
Schöne Brücke!
"""


def saved(text: str, sha256: str = "aa" * 32) -> SavedText:
    return SavedText("case.txt", "seeds/case.txt", text, sha256)


def curation(folder: Path, lines: str, name: str = "case") -> Curation:
    (folder / "articles").mkdir(exist_ok=True)
    (folder / f"articles/{name}.yml").write_text(lines, "utf-8")
    found, problems = read_curation(folder, "curation")
    assert problems == ()
    return found


def understood(folder: Path, lines: str, text: str = PAGE) -> Understood:
    return understand(saved(text), curation(folder, lines))


def parts(found: Understood) -> list[tuple[str, str, str]]:
    text = found.saved.text
    return [(str(s.kind), s.rule, s.span.of(text)) for s in found.segments if s.kind is not Kind.BLANK]


@pytest.mark.parametrize("case", cases("correct"))
def test_case(case, tmp_path):
    """`curated` is the article's file; `expect` the parts that are not as the rules read them."""
    plain = {(str(s.kind), s.span.of(case["text"])) for s in segment(saved(case["text"]))[0]}
    found = understood(tmp_path, case["curated"], case["text"])
    assert [[kind, words] for kind, _, words in parts(found) if (kind, words) not in plain] == case["expect"]
    mine = [str(p) for p in found.problems if p.code in ("C008", "C009")]
    assert mine == case.get("problems", [])


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.BLANK])
def test_every_kind_can_be_given(kind, tmp_path):
    """Whatever the rules took a line for."""
    for line, words in enumerate(PAGE.split("\n"), start=1):
        if words:
            found = understood(tmp_path, f"lines: {{{line}: {kind}}}")
            given = [(k, text) for k, rule, text in parts(found) if rule == "curated"]
            assert given == [(str(kind), words)]


def test_facts_come_from_corrected_lines(tmp_path):
    """Title, author and date are read from the lines that a person named, and say who decided and why."""
    because = "because: {lines: as in print}\n"
    found = understood(
        tmp_path,
        f"{because}lines: {{4: title, 3: boilerplate, 5: byline, 6: boilerplate, 10: {{kind: dateline}}}}",
        PAGE.replace("Die Brücke bei Nacht", "Montag, 4.6.2001"),
    ).description
    assert found.title
    assert found.title.value == "Ein Bau aus Holz und Glück"
    assert (found.title.certainty, found.title.because) == (Certainty.CURATED, "as in print")
    assert [(a.value, a.certainty) for a in found.authors] == [("Karla Probe-Muster", Certainty.CURATED)]
    assert found.date
    assert (found.date.value, found.date.because) == ("2001-06-04", "as in print")
    assert found.kicker is None


def test_a_name_on_a_corrected_line_is_no_authors(tmp_path):
    """A line that a person called a caption names no author any more."""
    text = PAGE.replace("Karla Probe-Muster", "Von Erika Muster")
    assert [a.value for a in understood(tmp_path, "{}", text).description.authors] == ["Erika Muster"]
    assert understood(tmp_path, "lines: {5: caption}", text).description.authors == ()


def test_people_and_paragraphs_follow(tmp_path):
    """Words that become body name people; words that are none any more name nobody."""
    text = PAGE.replace("Die Brücke bei Nacht", "Der Bürgermeister Erik Muster lobte alle.")
    named = {m.printed for m in understood(tmp_path, "lines: {10: body}", text).mentions}
    unnamed = {m.printed for m in understood(tmp_path, "lines: {10: caption}", text).mentions}
    assert "Erik Muster" in named
    assert "Erik Muster" not in unnamed


def test_another_version_of_the_file_is_not_corrected(tmp_path):
    """Neither by its own checksum nor by the one that was recorded with the address."""
    (tmp_path / "permalinks.yml").write_text(
        f"- {{seed: case, path: a/b, citekey: c, sha256: {'bb' * 32}}}\n"
    )
    for lines, line in (("lines: {10: caption}", 1), ('sha256: "bbbbbbbb"\nlines: {10: caption}', 2)):
        found = understood(tmp_path, lines)
        assert all(rule != "curated" for _, rule, _ in parts(found))
        assert [str(p) for p in found.problems if p.code == "C008"] == [
            f"curation/articles/case.yml:{line}: C008 The corrections under `lines:` were made for another"
            " version of case.txt, so none is used. Compare them with the lines that `inspect --explain`"
            ' shows, correct the numbers, and write `sha256: "aaaaaaaaaaaa"` above `lines:`.'
        ]
    found = understood(tmp_path, 'sha256: "aaaaaaaaaaaa"\nlines: {10: caption}')
    assert ("caption", "curated", "Die Brücke bei Nacht") in parts(found)


def test_line_numbers_are_the_files(tmp_path):
    """Of several articles in a file, and of a text that is not the file's own lines."""
    part = SavedText("a.txt", "seeds/a.txt", PAGE, "", part="2", parts=2, first_line=101)
    curated = curation(tmp_path, "lines: {110: caption}", "a#2")
    assert ("caption", "curated", "Die Brücke bei Nacht") in parts(understand(part, curated))
    curated = curation(tmp_path, "lines: {10: caption}", "a#2")
    assert [p.code for p in understand(part, curated).problems if p.code[0] == "C"] == ["C008"]
    numbers = (7, 7, *range(9, 9 + PAGE.count("\n") - 1))
    page = SavedText("a.html", "seeds/a.html", PAGE, "", lines=numbers)
    curated = curation(tmp_path, "lines: {16: caption}", "a")
    assert ("caption", "curated", "Die Brücke bei Nacht") in parts(understand(page, curated))
    side_by_side = understand(page, curation(tmp_path, "lines: {7: caption}", "a"))
    assert [p.code for p in side_by_side.problems if p.code[0] == "C"] == ["C008"]
    quoted = understand(page, curation(tmp_path, "lines: {7: {quote: Küstenbote, kind: credit}}", "a"))
    assert ("credit", "curated", "Küstenbote") in parts(quoted)


def test_an_article_that_a_person_found_is_one(tmp_path):
    """S001 is settled where somebody says what the text is."""
    text = "Eine Zeile\nnoch eine\n"
    assert [p.code for p in segment(saved(text))[1]] == ["S001"]
    found = understood(tmp_path, "lines: {1: title, 2: body}", text)
    assert "S001" not in {p.code for p in found.problems}


def test_built_pages_show_who_decided_and_old_addresses_arrive(tmp_path):
    """In facts and folded source; a paragraph that is none any more leads to the one before it."""
    project = small_project(tmp_path / "p", case=PAGE)
    build(project, "local")
    before = pages(project)
    (path,) = (name for name in before if "Strömen regnete" in before[name] and "archive" not in name)
    identifier = paragraph_id(SECOND)
    assert f'id="{identifier}"' in before[path] or f"#{identifier}" in before[path]
    curated = "because: {lines: So steht es im Druck.}\nlines: {4: title, 12: caption, 10: body}\n"
    (project.curation / "articles/case.yml").write_text(curated, "utf-8")
    report, _ = build(project, "local")
    assert report.stopped is None
    after = pages(project)[path]
    assert f'<span id="{identifier}"></span>' in after
    assert after.count("von Hand</a><br>So steht es im Druck.") == 3
    assert "# Ein Bau aus Holz und Glück" in after
    (project.root / "seeds/case.txt").write_text("Neu\n" + PAGE, "utf-8")
    _, problems = build(project, "local")
    assert "C008" in {problem.code for problem in problems}
    assert "von Hand" not in pages(project)[path]


LINES = PAGE.split("\n")
CORRECTIONS = st.lists(
    st.builds(
        Correction,
        first=st.integers(1, 20),
        last=st.integers(1, 20),
        kind=st.sampled_from(Kind),
        quote=st.none() | st.sampled_from(["Brücke", "e", "Wetter-Alarm", "in Sandhaven", "Neue", "."]),
        because=st.none() | st.just("so"),
    ),
    max_size=8,
)
TITLES = st.none() | st.sampled_from(
    ["Neue Brücke in Sandhaven", "Die Brücke bei Nacht", "Nils sagt:", "e", " "]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*LINES, "\ufeff", "\t", "* * *"]), max_size=25), CORRECTIONS, TITLES)
def test_whatever_is_decided_the_text_is_tiled(lines, corrections, title):
    """No correction loses or doubles a character, hides a word as blank, or makes a second title."""
    text = "\n".join(lines)
    fields = {} if title is None else {"title": title}
    curated = CuratedArticle("case", "curation/articles/case.yml", fields, corrections=tuple(corrections))
    segments, _ = correct(saved(text), segment(saved(text)), curated)
    assert "".join(s.span.of(text) for s in segments) == text
    assert all(s.span.start < s.span.end for s in segments)
    assert all(one.span.end == two.span.start for one, two in pairwise(segments))
    assert all(s.kind is not Kind.BLANK or not any(map(str.isalnum, s.span.of(text))) for s in segments)
    assert sum(s.kind is Kind.TITLE for s in segments) <= 1
    assert sum(s.kind is Kind.KICKER for s in segments) <= 1


def test_nothing_decided_changes_nothing():
    """The rules' segments are the same objects' values."""
    read = segment(saved(PAGE))
    curated = CuratedArticle("case", "curation/articles/case.yml")
    assert correct(saved(PAGE), read, curated) == read
    assert correct(saved(PAGE), ((Segment(Kind.BODY, Span(0, 3), "r"),), ()), None)[0][0].kind is Kind.BODY
