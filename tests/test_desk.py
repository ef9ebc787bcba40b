"""Promise: the desk writes what a person chose, at once and whole, into files it can read; else it says why.

All of it over real HTTP on this machine.
"""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotated_archive.pipeline import build, gather
from annotated_archive.project import Project
from annotated_archive.stages.compose.desk import ASSETS

from .conftest import Built
from .desks import Visitor, desk_project, opened
from .project_copy import ROOT, clean_environment
from .question_cases import ARTICLE, MINISTRY, SPORT
from .small_project import files, small_project

NAMED_ALONE = "\nAuch Jette Ahlsen war am Hafen, und Jette Ahlsen sprach lange von der alten Fähre.\n"
SECONDS = 2.0  # in which a decision must show


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk_project(tmp_path / "archive")


@pytest.fixture
def visitor(project: Project) -> Iterator[Visitor]:
    with opened(project) as server:
        yield Visitor(server)


def curated(project: Project, seed: str) -> Path:
    return project.curation / f"articles/{seed}.yml"


def question(seen: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(dict(one) for one in seen["questions"] if one["kind"] == kind)


def fact(seen: dict[str, Any], field: str) -> dict[str, Any]:
    return next(dict(one) for one in seen["facts"] if one["field"] == field)


def test_a_title_is_chosen_and_shown_at_once(project: Project, visitor: Visitor) -> None:
    seen = visitor.article("doubt")
    asked = question(seen, "title")
    number = next(i for i, one in enumerate(asked["choices"]) if "verbindet" in one["value"])
    started = time.monotonic()
    status, told = visitor.post(seen, question=asked["id"], choice=number)
    assert time.monotonic() - started < SECONDS
    assert (status, told["said"]) == (200, "Geschrieben: curation/articles/doubt.yml.")
    assert "lines:\n  2: title\n" in curated(project, "doubt").read_text("utf-8")
    title = fact(told["article"], "title")
    assert (title["value"], title["certainty"]) == ("Neue Brücke verbindet die Ufer", "curated")
    assert "title" not in [one["kind"] for one in told["article"]["questions"]]
    [found] = [a for a in gather(project).archive.articles if a.saved.key == "doubt"]
    assert found.description.title is not None
    assert found.description.title.value == title["value"]


def test_what_people_wrote_stays_as_it_is(project: Project, visitor: Visitor) -> None:
    seen = visitor.article("likely")
    written = "# Mein Kommentar\nrights:   frei   # so\nbecause:\n  rights: gefragt\n\n# Ende\n"
    curated(project, "likely").write_text(written, "utf-8")
    _, told = visitor.post(seen, question="title", choice=0)
    assert told["error"].startswith("curation/articles/likely.yml hat inzwischen jemand anderes geändert")
    assert curated(project, "likely").read_text("utf-8") == written
    status, told = visitor.post(told["article"], field="date", typed="2001-06")
    assert status == 200
    after = curated(project, "likely").read_text("utf-8")
    assert after == written.replace(
        "gefragt\n", "gefragt\n  date: In der gespeicherten Datei nachgesehen.\ndate: 2001-06\n"
    )
    assert fact(told["article"], "date")["value"] == "2001-06"


@pytest.mark.parametrize("broken", [b"date: [\n", b"\xff\xfe\x00", b"- a list\n"])
def test_a_file_that_cannot_be_read_is_never_written(
    project: Project, visitor: Visitor, broken: bytes
) -> None:
    curated(project, "likely").write_bytes(broken)
    _, told = visitor.post(visitor.article("likely"), question="title", choice=0)
    status, told = visitor.post(told["article"], question="title", choice=0)
    assert status == 409
    assert "likely.yml" in told["error"]
    assert curated(project, "likely").read_bytes() == broken


def test_a_link_out_of_the_project_is_never_written(
    project: Project, visitor: Visitor, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere.yml").write_text("date: 2001-06\n", "utf-8")
    curated(project, "likely").symlink_to(tmp_path / "elsewhere.yml")
    _, told = visitor.post(visitor.article("likely"), question="title", choice=0)
    status, told = visitor.post(told["article"], question="title", choice=0)
    assert (status, "outside of curation/" in told["error"]) == (409, True)
    assert (tmp_path / "elsewhere.yml").read_text("utf-8") == "date: 2001-06\n"


def test_a_seed_that_was_replaced_is_looked_at_again(project: Project, visitor: Visitor) -> None:
    seen = visitor.article("likely")
    (project.seeds / "likely.txt").write_text(
        "Etwas davor\n\n" + (project.seeds / "likely.txt").read_text("utf-8")
    )
    status, told = visitor.post(seen, question="title", choice=0)
    assert (status, told["error"].split(" ")[0]) == (409, "seeds/likely.txt")
    assert told["article"]["lines"][0]["text"].startswith("Etwas davor")
    assert not curated(project, "likely").exists()


def test_a_line_becomes_what_a_person_says(project: Project, visitor: Visitor) -> None:
    seen = visitor.article("bruecke")
    line = next(one for one in seen["lines"] if one["text"].startswith("Viele Menschen"))
    status, told = visitor.post(seen, start=line["start"], kind="caption")
    assert status == 200
    again = next(one for one in told["article"]["lines"] if one["start"] == line["start"])
    assert (again["kind"], again["label"]) == ("caption", "Bildunterschrift")
    status, told = visitor.post(told["article"], start=line["start"], kind="body")
    assert "  7: body\n" in curated(project, "bruecke").read_text("utf-8")


def test_an_outlet_is_described_once_for_all(project: Project, visitor: Visitor) -> None:
    seen = visitor.article("bruecke")
    asked = question(seen, "outlet")
    status, told = visitor.post(seen, question=asked["id"], choice=0)
    assert (status, told["said"]) == (
        200,
        "Geschrieben: curation/outlets.yml, curation/articles/bruecke.yml.",
    )
    assert (project.curation / "outlets.yml").read_text("utf-8") == "- id: kuestenbote\n  name: Küstenbote\n"
    assert fact(visitor.article("note"), "outlet")["shown"] == "Küstenbote"


def test_namesakes_are_decided_and_told_apart_as_a_build_does(tmp_path: Path) -> None:
    seeds = {"one": ARTICLE + SPORT, "two": ARTICLE + MINISTRY, "three": ARTICLE + NAMED_ALONE}
    project = small_project(tmp_path / "archive", **seeds)
    with opened(project) as server:
        visitor = Visitor(server)
        for article in ("three", "one"):  # a decision about one of them must not unite the two
            seen = visitor.article(article)
            status, _ = visitor.post(seen, field="rights", typed="frei")
            assert status == 200
            asked = question(visitor.get("archive.json"), "namesakes")
            ids = {one.id for one in server.session.result.archive.people.values()}
            assert ids == {person.id for person in gather(project).archive.people.values()}
        seen = visitor.get("archive.json")
        status, told = visitor.post(seen, question=asked["id"], choice=0)
        assert status == 200
        assert "namesakes" not in [one["kind"] for one in told["article"]["questions"]]
    assert "P005" not in [problem.code for problem in gather(project).problems]


def test_the_last_answer_is_taken_back(project: Project, visitor: Visitor) -> None:
    before = files(project.curation)
    visitor.post(visitor.article("bruecke"), question="outlet", choice=0)
    status, told = visitor.post(visitor.article("bruecke"), undo=True)
    assert status == 200
    assert told["said"].startswith("Zurückgenommen: ")
    assert files(project.curation) == before
    assert question(told["article"], "outlet")
    status, told = visitor.post(told["article"], undo=True)
    assert (status, told["error"]) == (409, "Es gibt nichts zurückzunehmen.")


def test_what_is_typed_is_looked_at_first(project: Project, visitor: Visitor) -> None:
    seen = visitor.article("likely")
    for decision in (
        {"field": "date", "typed": "neulich"},
        {"field": "date", "typed": " "},
        {"field": "words", "typed": "12"},
        {"field": "sha256", "typed": "12345678"},
        {"question": "title", "choice": 99},
        {"question": "title", "choice": -1},
        {"question": "title", "choice": "0"},
        {"question": "nothing", "choice": 0},
        {"start": 0, "kind": "blank"},
        {"start": 0, "kind": "nonsense"},
        {"start": -5, "kind": "body"},
        {"start": {}, "kind": []},
    ):
        status, told = visitor.post(seen, **decision)
        assert (status, bool(told["error"])) == (409, True), decision
    assert files(project.curation) == {}
    status, _ = visitor.post(seen, field="authors", typed="Mira Tilsen; Jonte Mustrow", because="gefragt")
    assert status == 200
    text = curated(project, "likely").read_text("utf-8")
    assert text == "authors: [Mira Tilsen, Jonte Mustrow]\nbecause:\n  authors: gefragt\n"


def test_ten_answers_from_the_first_question_on_settle_them(project: Project, visitor: Visitor) -> None:
    rows = visitor.get("queue.json")["articles"]
    order = [row["seed"] for row in rows]
    assert order[0] in ("doubt", "likely")
    before = sum(row["questions"] for row in rows if row["seed"])
    for seed in filter(None, order):
        seen = visitor.article(seed)
        while seen["questions"]:
            asked = seen["questions"][0]
            typed = {"date": "2001-06", "outlet": "Küstenbote"}.get(asked["choices"][0]["typed"], "")
            status, told = visitor.post(seen, question=asked["id"], choice=0, typed=typed)
            assert status == 200, (asked, told)
            seen = told["article"]
    rows = visitor.get("queue.json")["articles"]
    assert [row["seed"] for row in rows] == order
    assert before > 5
    assert sum(row["questions"] for row in rows if row["seed"]) == 0
    assert [p for p in gather(project).problems if p.file.startswith("curation/")] == []


def _refused(visitor: Visitor) -> dict[str, tuple[str, str, dict[str, Any]]]:
    port = visitor.server.server_port
    return {
        "no token": ("GET", "", {"token": ""}),
        "another token": ("GET", "queue.json", {"token": "x" * len(visitor.server.token)}),
        "a part of the token": ("GET", "queue.json", {"token": visitor.server.token[:-1]}),
        "another host": ("GET", "", {"Host": f"evil.example:{port}"}),
        "no host": ("GET", "", {"Host": None}),
        "another port": ("GET", "", {"Host": f"127.0.0.1:{port + 1}"}),
        "another origin that reads": ("GET", "queue.json", {"Origin": "http://evil.example"}),
        "another site that reads": ("GET", "queue.json", {"Sec_Fetch_Site": "cross-site"}),
        "another origin": ("POST", "choose", {"Origin": "http://evil.example"}),
        "another port of this machine": ("POST", "choose", {"Origin": "http://127.0.0.1:8000"}),
        "the other name of this machine": ("POST", "choose", {"Origin": f"http://localhost:{port}"}),
        "no origin": ("POST", "choose", {"Origin": None}),
        "a hidden origin": ("POST", "choose", {"Origin": "null"}),
        "an old page": ("POST", "choose", {"token": "of-a-sitting-before"}),
        "another site": ("POST", "choose", {"Sec_Fetch_Site": "cross-site"}),
        "a page beside it": ("POST", "choose", {"Sec_Fetch_Site": "same-site"}),
    }


REFUSED = (
    "no token", "another token", "a part of the token", "another host", "no host", "another port",
    "another origin that reads", "another site that reads", "another origin", "another port of this machine",
    "the other name of this machine", "no origin", "a hidden origin", "an old page", "another site",
    "a page beside it",
)  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_nobody_else_may_ask(project: Project, visitor: Visitor, name: str) -> None:
    assert tuple(_refused(visitor)) == REFUSED
    method, path, changed = _refused(visitor)[name]
    seen = visitor.article("likely")
    body = {"seed": "likely", "versions": seen["versions"], "question": "title", "choice": 0}
    content = json.dumps(body).encode() if method == "POST" else None
    status, headers, answer = visitor.ask(method, path, content, **changed)
    assert (status, answer) == (403, b"Forbidden\n")
    assert not [header for header in headers if header.lower().startswith("access-control")]
    assert files(project.curation) == {}


def test_what_is_no_decision_is_refused(visitor: Visitor) -> None:
    for body, headers, status in (
        (b"{", {}, 400),
        (b"[]", {}, 400),
        (b"{}", {}, 409),
        (b"{}", {"Content_Type": "text/plain"}, 415),
        (b"{}", {"Content_Type": "application/x-www-form-urlencoded"}, 415),
        (b"", {"Content_Length": "1000000000"}, 413),
        (b"", {"Content_Length": "-1"}, 413),
    ):
        assert visitor.ask("POST", "choose", body, **headers)[0] == status, (body, headers)
    deep = b"[" * 40_000 + b"]" * 40_000
    assert visitor.ask("POST", "choose", deep)[0] == 400
    assert visitor.ask("POST", "other", b"{}")[0] == 404
    for path in ("other", "../../seeds/likely.txt", "..%2fqueue.json", "x/article.json"):
        assert visitor.ask("GET", path)[0] == 404
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH"):
        status, headers, _ = visitor.ask(method, "choose")
        assert status == 501
        assert not [header for header in headers if header.lower().startswith("access-control")]


def test_only_this_machine_is_served_and_nothing_is_left_in_the_browser(visitor: Visitor) -> None:
    assert visitor.server.server_address[0] == "127.0.0.1"
    status, headers, page = visitor.ask("GET", "")
    assert status == 200
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert b"http" not in page.replace(b"https://annotated", b"")
    assert len(visitor.server.token) >= 32
    for name in ASSETS:
        assert visitor.ask("GET", name)[0] == 200


def test_a_public_edition_has_nothing_of_it(project: Project, public_site: Built) -> None:
    build(project, "local", say=lambda words: None)
    made = files(project.archive)
    assert {"desk/index.md", *(f"desk/{name}" for name in ASSETS)} <= made.keys()
    assert any(b"desk/index.md?article=" in content for content in made.values())
    build(project, "public", say=lambda words: None)
    published = files(public_site.site) | {f"archive/{k}": v for k, v in files(project.archive).items()}
    assert len(published) > 20
    for path, content in published.items():
        assert "desk" not in path.split("/")[:-1], path
        assert not path.rpartition("/")[2].startswith("desk"), path
        for words in (b"berichtigen</a>", b"desk/index.md", b"desk/?", b"desk-"):
            assert words not in content, (path, words)
    theme = ROOT / "annotated_archive/renderer/theme"
    assert [p for p in theme.rglob("*") if p.is_file() and "desk" in p.read_text("utf-8").split()] == []


def test_the_command_prints_its_address_and_ends_when_told(project: Project) -> None:
    command = [sys.executable, "-m", "annotated_archive", "desk"]
    environment = clean_environment() | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=project.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("The desk: ").strip()
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert "Arbeitstisch" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
        assert (process.returncode, said) == (0, "")


def test_a_port_in_use_is_said(project: Project) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "annotated_archive", "desk", "--port", str(port)]
        environment = clean_environment() | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            command,
            cwd=project.root,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} cannot be used: ")
    assert "Traceback" not in done.stderr
