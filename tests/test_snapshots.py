"""ArchiveBox's folders: each snapshot is one article, by the file that shows most; no other is reported."""

import json

import pytest

from annotated_archive.commands.inspection import as_json
from annotated_archive.knowledge.curation import Curation
from annotated_archive.pipeline import understand
from annotated_archive.stages.read import read_folder

from .pdf_samples import BODY, TITLE, column, heads, pdf
from .test_web_archives import BRIDGE, FIRST, record, warc

INDEX = {
    "timestamp": "1552469400.123",
    "url": FIRST,
    "title": f"{TITLE} | Grauburger Bote",
    "tags": None,
    "history": {},
}
TEXT = f"{TITLE}\n\nVon Ulla Kersting\n\n12. März 2019\n\n" + "\n\n".join(BODY)
HTML = BRIDGE.encode()
OUTPUTS = {
    "singlefile.html": HTML,
    "output.html": HTML + b"<!-- dom -->",
    "warc/1552469400.warc.gz": warc(record(FIRST, BRIDGE), packed=True),
    "readability/content.html": HTML + b"<!-- readability -->",
    "mercury/content.html": HTML + b"<!-- mercury -->",
    "output.pdf": pdf([*heads(), *column(BODY, 60, 700, 80, gap=8)]),
    "htmltotext.txt": TEXT.encode(),
}
REST = {
    "index.html": b"<html><body>Archived page</body></html>",
    "favicon.ico": b"\0\0\1",
    "screenshot.png": b"\x89PNG",
    "headers.json": b"{}",
    "readability/article.json": b"{}",
    "media/a.mp4": b"\0",
    "www.grauburger-bote.example/lokales/bruecke.html": HTML,
    "www.grauburger-bote.example/style.css": b"p{}",
}
DATA = {
    "ArchiveBox.conf": b"[SERVER]\n",
    "index.sqlite3": b"SQLite format 3\0",
    "index.html": b"<html><body>index</body></html>",
    "logs/errors.log": b"x",
    "sources/1552469400-import.txt": FIRST.encode(),
}


def archive(folder, outputs, top="box/"):
    files = {f"archive/1552469400.123/{name}": content for name, content in (outputs | REST).items()}
    files["archive/1552469400.123/index.json"] = json.dumps(INDEX).encode()
    for name, content in (files | DATA).items():
        path = folder / (top + name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    texts, problems = read_folder(folder, "seeds")
    shown = [as_json(understand(saved, Curation()), Curation(), ()) for saved in texts]
    return texts, shown, [str(problem) for problem in problems]


@pytest.mark.parametrize("missing", range(len(OUTPUTS)))
@pytest.mark.parametrize("top", ["", "box/"])
def test_the_file_that_shows_most_stands_for_the_page(tmp_path, missing, top):
    outputs = dict(list(OUTPUTS.items())[missing:])
    texts, shown, problems = archive(tmp_path, outputs, top)
    assert problems == []
    assert [saved.name for saved in texts] == [f"{top}archive/1552469400.123/{next(iter(outputs))}"]
    one = shown[0]
    assert (one["title"], one["date"], one["authors"]) == (TITLE, "2019-03-12", ["Ulla Kersting"])
    assert (one["url"], one["outlet"]) == (FIRST, "grauburger-bote.example")
    assert [s["text"] for s in one["segments"] if s["kind"] in ("lead", "body")] == list(BODY)
    assert {"field": "saved", "value": "2019-03-13T09:30", "source": "saved-by-browser"} in one["hints"]


def test_files_of_a_newer_archivebox(tmp_path):
    texts, _, problems = archive(
        tmp_path, {"singlefile/singlefile.html": HTML, "dom/output.html": HTML + b" "}
    )
    assert problems == []
    assert [saved.name.rpartition("/")[2] for saved in texts] == ["singlefile.html"]


@pytest.mark.parametrize("index", [b"", b"{", b"[]", b'{"url": 1}', b'{"url": "x", "timestamp": "soon"}'])
def test_an_index_of_something_else_changes_nothing(tmp_path, index):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.json").write_bytes(index)
    (tmp_path / "a/b.txt").write_text(TEXT, "utf-8")
    texts, problems = read_folder(tmp_path, "seeds")
    assert [saved.name for saved in texts] == ["a/b.txt"]
    assert [problem.file for problem in problems] == ["seeds/a/index.json"]
