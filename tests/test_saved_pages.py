"""One invented page as three programs saved it: the same article, and nothing is said of what lies beside."""

import shutil
from pathlib import Path

import pytest

from annotated_archive.commands.inspection import as_json
from annotated_archive.knowledge.curation import Curation
from annotated_archive.pipeline import understand
from annotated_archive.stages.read import read_folder

from .pdf_samples import BODY, TITLE

SAVED = Path(__file__).parent / "saved_pages"
NAME = "Mühlbrücke in Oberlindach wird saniert _ Grauburger Bote"
HOST = "www.grauburger-bote.example"
IN_SHADOW, HIDDEN = BODY[3], "Nur gedruckt zu sehen: Weitere Bilder in der Ausgabe."


@pytest.mark.parametrize(
    ("file", "folder", "address", "texts"),
    [
        ("singlefile.html", None, f"http://{HOST}:8123", [*BODY[:2], IN_SHADOW, BODY[2]]),
        # Firefox keeps no shadow root, and its style sheets are files of their own, which are not read.
        ("firefox.html", "_files", f"https://{HOST}", [BODY[0], HIDDEN, *BODY[1:3]]),
        ("firefox.html", "-Dateien", f"https://{HOST}", [BODY[0], HIDDEN, *BODY[1:3]]),
        ("chromium.mhtml", None, f"http://{HOST}:8123", [BODY[0], HIDDEN, BODY[1], IN_SHADOW, BODY[2]]),
    ],
)
def test_a_saved_page(tmp_path, file, folder, address, texts):
    shutil.copy(SAVED / file, tmp_path / f"{NAME}{Path(file).suffix}")
    if folder:
        shutil.copytree(SAVED / "firefox_files", tmp_path / f"{NAME}{folder}")
    (saved,), problems = read_folder(tmp_path, "seeds")
    one = as_json(understand(saved, Curation()), Curation(), ())
    assert [str(problem) for problem in problems] == []
    assert (one["title"], one["date"], one["authors"]) == (TITLE, "2019-03-12", ["Ulla Kersting"])
    assert (one["url"], one["outlet"]) == (f"{address}/lokales/muehlbruecke.html", "grauburger-bote.example")
    body = [" ".join(s["text"].split()) for s in one["segments"] if s["kind"] in ("lead", "body")]
    assert body == [" ".join(text.split()) for text in texts]
    assert [person["name"] for person in one["people"]] == ["Hedwig Sandbichler", "Korbinian Moosrainer"]
    assert one["problems"] == []
