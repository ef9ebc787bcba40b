"""Exports of read-later programs: pages kept with their text are articles, and highlights become notes."""

import io
import json
import zipfile

import pytest

from annotated_archive.cli import main
from annotated_archive.file_formats import Reading, Several, Unreadable, read_content

from .pdf_samples import BODY, TITLE
from .test_pdf import OTHER, SECOND
from .test_press_databases import articles

HOST = "https://www.grauburger-bote.example"
PAGES = (f"{HOST}/lokales/bruecke.html", f"{HOST}/natur/orchidee.html", f"{HOST}/weg.html")


def html(texts):
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in texts)


def entry(number, title, content, **more):
    return {
        "is_archived": 0, "is_starred": 0, "tags": ["brücke"], "is_public": False, "id": number,
        "title": title,
        "url": PAGES[number - 1], "origin_url": None, "created_at": "2019-03-13T10:30:00+01:00",
        "updated_at": "2019-03-14T10:30:00+01:00", "published_at": "2019-03-12T00:00:00+01:00",
        "published_by": ["Ulla Kersting"], "annotations": [], "content": content, "mimetype": "text/html",
        "language": "de_DE", "reading_time": 1, "domain_name": "www.grauburger-bote.example", **more,
    }  # fmt: skip


NOTES = [
    {
        "text": "Mehr als geplant.",
        "quote": "1,4 Millionen Euro",
        "ranges": [],
        "created_at": "2019-03-15T08:00:00",
    },
    {"text": "", "quote": "seit zwei Jahren nur noch für Fußgänger offen", "ranges": []},
]
BRIDGE, ORCHID = entry(1, TITLE, html(BODY), annotations=NOTES), entry(2, SECOND, html(OTHER))
LOST = entry(
    3, "Weg", "wallabag can't retrieve contents for this article. Please <a>troubleshoot this issue</a>."
)


def item(number, title, slug, **more):
    return {
        "id": "0f-1", "slug": slug, "title": title, "description": "x", "author": "Ulla Kersting",
        "url": PAGES[number - 1], "state": "SUCCEEDED", "readingProgress": 10, "labels": [],
        "savedAt": "2019-03-13T09:30:00.000Z", "updatedAt": "2019-03-14T09:30:00.000Z",
        "publishedAt": "2019-03-11T23:30:00.000Z", **more,
    }  # fmt: skip


HIGHLIGHTS = (
    "> 1,4 Millionen Euro \n\n#geld #brücke\n\nMehr als geplant.\n\nViel mehr.\n\n"
    "> seit zwei Jahren nur noch für Fußgänger offen "
)


def omnivore(*items, **files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("metadata_0_to_20.json", json.dumps(items[:1]))
        package.writestr("metadata_20_to_40.json", json.dumps(items[1:]))
        for name, content in files.items():
            package.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


OMNIVORE = omnivore(
    item(1, TITLE, "bruecke-18f"),
    item(2, SECOND, "orchidee-18f", publishedAt="2019-03-13T09:30:00.000Z"),
    **{
        "content__bruecke-18f.html": f"<div><p>12. März 2019</p>{html(BODY)}</div>",
        "content__orchidee-18f.html": f"<div>{html(OTHER)}</div>",
        "highlights__bruecke-18f.md": HIGHLIGHTS,
    },
)


def says(one, title, texts, address, date="2019-03-12"):
    assert (one["title"], one["date"], one["authors"]) == (title, date, ["Ulla Kersting"])
    assert (one["url"], one["outlet"]) == (address, "grauburger-bote.example")
    assert [s["text"] for s in one["segments"] if s["kind"] in ("lead", "body")] == list(texts)


@pytest.mark.parametrize(
    "data",
    [[BRIDGE, ORCHID, LOST], {"page": 1, "_embedded": {"items": [BRIDGE, ORCHID, LOST]}}],
    ids=["export", "answer to a program"],
)
def test_wallabag(tmp_path, data):
    found, shown, problems = articles(tmp_path, "\ufeff" + json.dumps(data), "a.json")
    assert [saved.key for saved in found] == ["a#1", "a#2"]
    says(shown[0], TITLE, BODY, PAGES[0])
    says(shown[1], SECOND, OTHER, PAGES[1])
    assert problems == [
        f"seeds/a.json: R010 wallabag kept no text of 1 of its pages: {PAGES[2]}. "
        "Save these pages in a browser (SingleFile)."
    ]


def test_a_single_entry_is_its_file(tmp_path):
    found, shown, problems = articles(tmp_path, json.dumps(BRIDGE), "a.json")
    assert ([saved.key for saved in found], problems) == (["a"], [])
    says(shown[0], TITLE, BODY, PAGES[0])


def test_omnivore(tmp_path):
    """Where it knew no day of publication it wrote the day of saving: that is none."""
    found, shown, problems = articles(tmp_path, OMNIVORE, "a.zip")
    assert ([saved.key for saved in found], problems) == (["a#bruecke-18f", "a#orchidee-18f"], [])
    says(shown[0], TITLE, BODY, PAGES[0])
    says(shown[1], SECOND, OTHER, PAGES[1], None)


POCKET = (
    f"title,url,time_added,tags,status\nBrücke,{PAGES[0]},1552468500,a|b,unread\n,{PAGES[1]},1,,archive\n"
)
INSTAPAPER = (
    f'URL,Title,Selection,Folder,Timestamp\n{PAGES[0]},"Brücke, alt",,Unread,1\n{PAGES[1]},B,,Archive,2\n'
)
RIL = (
    "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
    + "".join(f'<li><a href="{page}" time_added="1" tags="">x</a></li>' for page in PAGES[:2])
    + "</ul></body></html>"
)
LINKWARDEN = {
    "name": "x", "collections": [{"name": "Unorganized", "links": [{"url": PAGES[0]}, {"url": PAGES[1]}]}]
}  # fmt: skip


def pocket_zip():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("part_000000.csv", POCKET)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("program", "name", "content"),
    [
        ("Pocket", "a.csv", POCKET.encode()),
        ("Pocket", "a.csv", b"\xef\xbb\xbf" + POCKET.replace("\n", "\r\n").encode()),
        ("Pocket", "a.zip", pocket_zip()),
        ("Pocket", "ril_export.html", RIL.encode()),
        ("Instapaper", "a.csv", INSTAPAPER.replace("Timestamp", "Timestamp,Tags").encode()),
        ("Instapaper", "a.csv", INSTAPAPER.encode()),
        ("Linkwarden", "a.json", json.dumps(LINKWARDEN).encode()),
        ("Omnivore", "metadata.json", json.dumps([item(1, "A", "a"), item(2, "B", "b")]).encode()),
        ("Omnivore", "a.zip", omnivore(item(1, "A", "a"), item(2, "B", "b"))),
    ],
)
def test_an_export_without_texts_lists_its_addresses(tmp_path, program, name, content):
    _, shown, problems = articles(tmp_path, content, name)
    assert shown == []
    assert problems == [
        f"seeds/{name}: R004 The export of {program} holds no texts, only addresses: {PAGES[0]} {PAGES[1]}. "
        "Save these pages in a browser (SingleFile), and remove the export."
    ]


@pytest.mark.parametrize(
    ("content", "suffix", "code"),
    [
        (b"", ".json", "R001"),
        (b"[]", ".json", "R004"),
        (b"{", ".json", "R004"),
        (b"[" * 100_000, ".json", "R004"),
        (b'{"collections": [1, null]}', ".json", "R001"),
        (json.dumps([{"url": 1, "is_archived": 0, "content": ["x"]}]).encode(), ".json", "R004"),
        (OMNIVORE[:-60], ".zip", "R004"),
        (OMNIVORE[:40], ".zip", "R004"),
        (b"a,b,c\n1,2,3\n", ".csv", "R004"),
        (b"title,url,time_added,tags,status\n", ".csv", "R001"),
        (b"\0\1\2", ".csv", "R004"),
    ],
)
def test_what_cannot_be_read_says_so(content, suffix, code):
    reading = read_content(content, suffix)
    assert not isinstance(reading, Reading | Several)
    assert isinstance(reading, Unreadable)
    assert reading.code == code, reading


@pytest.mark.parametrize(
    ("name", "content"), [("a.json", json.dumps([BRIDGE, ORCHID]).encode()), ("a.zip", OMNIVORE)]
)
def test_highlights_become_notes(tmp_path, capsys, name, content):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ntheme: {name: material, language: de}\n", "utf-8")
    (tmp_path / "seeds" / name).write_bytes(content)
    config = ["--config-file", str(tmp_path / "mkdocs.yml")]
    assert main(["import", *config, str(tmp_path / "seeds" / name)]) == 0
    printed = capsys.readouterr().out
    part = "1" if name == "a.json" else "bruecke-18f"
    assert printed.startswith(f"# curation/articles/a#{part}.yml\nnotes:\n")
    assert "quote: 1,4 Millionen Euro" in printed
    assert "Mehr als geplant." in printed
    assert "quote: seit zwei Jahren nur noch für Fußgänger offen\n    note: Hervorgehoben." in printed
    curation = tmp_path / "curation/articles"
    curation.mkdir(parents=True)
    (curation / f"a#{part}.yml").write_text(printed, "utf-8")
    main(["check", *config])
    said = capsys.readouterr()
    assert "N00" not in said.out + said.err
    assert main(["import", *config, str(tmp_path / "seeds" / name)]) == 0
    assert "No new notes." in capsys.readouterr().err
