"""The files about the whole archive: readable by what they are for, complete, and nothing private in them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy

from annotated_archive.cli import main
from annotated_archive.model import Anchor, Archive, Certainty, Found, Kind, Note, Span
from annotated_archive.pipeline import gather
from annotated_archive.project import Project, load_project
from annotated_archive.stages.compose import compose
from annotated_archive.stages.export import data_files, exports

from .compose_samples import BOTE, PARTS, PEOPLE, article
from .conftest import Built
from .csl_data import CSL
from .project_copy import INVENTED, copy_project, run

SITE = "https://archiv.example"
NAMES = ["archive.bib", "archive.ris", "archive.json", "archive.csv", "notes.jsonld"]
HYPOTHESIS = "notes-hypothesis.json"


@pytest.fixture(scope="module")
def invented() -> Archive:
    return gather(Project(INVENTED, INVENTED / "docs", "de")).archive


def texts(archive, site=SITE):
    return {file.offered.file: file.offered.text for file in data_files(archive, site)}


def test_every_article_is_in_every_file_of_references(invented):
    files = texts(invented)
    assert list(files) == [*NAMES, HYPOTHESIS]
    keys = [its.address.citekey for its in invented.articles]
    library = bibtexparser.parse_string(files["archive.bib"])
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == keys
    items = json.loads(files["archive.json"])
    CSL.validate(items)
    assert [item["id"] for item in items] == keys
    titles = [item["title"] for item in items]
    assert [record["title"] for record in rispy.loads(files["archive.ris"])] == titles
    rows = csv.DictReader(io.StringIO(files["archive.csv"].removeprefix("\ufeff")))
    assert [row["citekey"] for row in rows] == keys


def test_every_note_is_in_the_files_of_notes(invented):
    files, count = texts(invented), sum(len(its.notes) for its in invented.articles)
    assert count > 0
    assert json.loads(files["notes.jsonld"])["total"] == count
    assert json.loads(files[HYPOTHESIS])["total"] == count


def test_without_a_site_there_is_nothing_that_hypothesis_could_use(invented):
    assert list(texts(invented, None)) == NAMES


def test_an_archive_without_articles_has_its_files_too():
    empty = texts(Archive((), {}, {}))
    assert json.loads(empty["archive.json"]) == []
    assert len(empty["archive.csv"].splitlines()) == 1


def test_a_reader_comment_inside_a_passage_stays_out():
    """A passage may run over a comment that was saved between two paragraphs."""
    parts = [(Kind.TITLE, "T"), (Kind.BODY, "Ein Satz."), (Kind.COMMENT, "Pst!"), (Kind.BODY, "Noch einer.")]
    its = article("2021/a", parts=parts)
    text = its.saved.text
    span = Span(text.index("Satz"), text.index("einer"))
    noted = replace(its, notes=(Anchor(Note("Satz. Noch", "x"), span, "exact"),))
    files = texts(Archive((noted,), PEOPLE, {"bote": BOTE}))
    assert not [name for name, content in files.items() if "Pst" in content]
    page, saved = json.loads(files["notes.jsonld"])["first"]["items"][0]["target"]
    assert page["selector"][0]["exact"] == "Satz. Noch"
    assert saved["selector"] == [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]


def test_the_page_lists_each_file_with_its_number_and_size(invented):
    pages = {
        p.path: p.markdown for p in compose(invented, "public", "de", exports=exports(invented, SITE, "de"))
    }
    index = pages["data/index.md"]
    for name in [*NAMES, HYPOTHESIS]:
        assert f"[{name}]({name})" in index
        assert f"data/{name}" in pages
    assert f"CSV · {len(invented.articles)} Zeilen · " in index
    assert "](data/index.md)" in pages["index.md"]
    lone = article(
        "2021/a", parts=PARTS, url=Found("https://bote.example/\ud800", None, "r", Certainty.CURATED)
    )
    archive = Archive((lone,), PEOPLE, {"bote": BOTE})
    for page in compose(archive, "public", "de", exports=exports(archive, SITE, "de")):
        if page.path.startswith("data/"):
            page.markdown.encode()


def test_the_built_site_has_the_files_as_they_are(public_site: Built, local_site: Built):
    for built in (public_site, local_site):
        for name in NAMES:
            written = (built.project / "docs/archive/data" / name).read_bytes()
            assert (built.site / "archive/data" / name).read_bytes() == written
        assert not (built.site / "archive/data" / HYPOTHESIS).exists()
        assert "Daten" in (built.site / "archive/data/index.html").read_text("utf-8")


@pytest.fixture
def project(tmp_path, monkeypatch):
    project = copy_project(tmp_path / "project")
    monkeypatch.chdir(project)
    monkeypatch.setenv("SITE_URL", f"{SITE}/presse/")
    return project


def exported(project, **changes):
    """A Hypothes.is export of the archive's first note, changed."""
    archive = gather(load_project(project / "mkdocs.yml")).archive
    text = next(
        f.offered.text for f in data_files(archive, f"{SITE}/presse/") if f.offered.file == HYPOTHESIS
    )
    (row, *_) = json.loads(text)["rows"]
    file = project / "export.json"
    file.write_text(json.dumps({"rows": [{**row, **changes}]}), "utf-8")
    return row


def test_an_annotation_is_printed_as_a_note_to_paste(project, capsys):
    exported(project, text="Erstens.\n\nZweitens.", tags=["neu"])
    before = sorted(project.rglob("*"))
    assert main(["import", "export.json"]) == 0
    printed = capsys.readouterr()
    first, *lines = printed.out.splitlines()
    assert first == "# curation/articles/faehre-bleibt.yml, at the end of its notes"
    assert printed.err == ""
    assert sorted(project.rglob("*")) == before
    file = project / "curation/articles/faehre-bleibt.yml"
    file.write_text(file.read_text("utf-8").rstrip("\n") + "\n" + "\n".join(lines) + "\n", "utf-8")
    assert main(["check"]) == 0
    assert main(["import", "export.json"]) == 0
    assert capsys.readouterr().err.endswith("No new notes.\n")


def test_an_article_without_notes_gets_its_first(project, capsys):
    row = exported(project)
    curated = project / "curation/articles/faehre-bleibt.yml"
    curated.unlink()
    assert main(["import", "export.json"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == "# curation/articles/faehre-bleibt.yml"
    assert lines[0] == "notes:"
    curated.write_text("\n".join(lines) + "\n", "utf-8")
    archive = gather(load_project(project / "mkdocs.yml")).archive
    (note,) = [anchor.note for its in archive.articles if "faehre" in its.saved.key for anchor in its.notes]
    assert note.text == row["text"]


def test_what_cannot_be_imported_is_a_problem(project, capsys):
    exported(project, uri="https://elsewhere.example/")
    assert main(["import", "export.json"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert 'export.json: C004 Annotation 1 (without id) is on "https://elsewhere.example/"' in printed.err


def test_importing_needs_the_address_of_the_site(project, monkeypatch, capsys):
    exported(project, text="Neu.")
    monkeypatch.delenv("SITE_URL")
    assert main(["import", "export.json"]) == 2
    assert capsys.readouterr().err == (
        "mkdocs.yml: site_url is not set, so no address leads to an article. "
        "Set it, or give --site-url ADDRESS.\n"
    )
    assert main(["import", "--site-url", f"{SITE}/presse", "export.json"]) == 0
    assert "note: Neu." in capsys.readouterr().out


def test_a_file_that_is_not_there_is_wrong_usage(project, capsys):
    assert main(["import", "nothing.json"]) == 2
    assert capsys.readouterr().err == "nothing.json: No such file or directory.\n"


def test_nobody_cites_the_address_of_a_preview(project):
    """`mkdocs serve` puts its own address in place of the site's."""
    ask = (
        "import annotated_archive.renderer.quiet\n"
        "from mkdocs.config import load_config\n"
        "from annotated_archive.project import project_of\n"
        "config = load_config('mkdocs.yml')\n"
        "config.site_url = 'http://127.0.0.1:8000/'\n"
        "print(project_of(config).site_url)\n"
    )
    assert run(["python", "-c", ask], project).stdout == "None\n"
    assert run(["python", "-c", ask], project, SITE_URL=SITE).stdout == f"{SITE}\n"
