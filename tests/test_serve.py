"""`mkdocs serve` alone builds the archive, rebuilds when a file changes, and comes to rest."""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from .project_copy import clean_environment, copy_project, run

PATIENCE = 60  # seconds until a rebuild must be there; it takes about two
REST = 5  # seconds of silence that count as having come to rest


def wait_for(condition, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.2)
    pytest.fail(f"waited {PATIENCE} s for {what}")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A running `mkdocs serve`: its project, address and log."""
    project = copy_project(tmp_path / "project")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [str(Path(sys.executable).parent / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env=clean_environment(),
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(lambda: "Serving on" in log.read_text("utf-8"), "the server")
            yield project, f"http://127.0.0.1:{port}/", log
        finally:
            process.terminate()
            process.wait(timeout=20)


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def builds(log: Path) -> int:
    return len(re.findall("Building documentation", log.read_text("utf-8")))


def comes_to_rest(log: Path) -> None:
    """No build starts for a while: the pages that a build writes do not cause the next one for ever."""
    seen = builds(log)
    end = time.monotonic() + PATIENCE
    quiet_since = time.monotonic()
    while time.monotonic() - quiet_since < REST:
        assert time.monotonic() < end, f"{builds(log)} builds and counting"
        if builds(log) != seen:
            seen, quiet_since = builds(log), time.monotonic()
        time.sleep(0.2)


def test_serve_rebuilds_what_changed_and_comes_to_rest(server):
    project, address, log = server
    page = address + "archive/undated/der-turmfalke-kehrt-zurueck/"
    assert "Nisthilfe" in get(page)
    assert "Der Dampfer ist doch viel schöner!" in get(
        address + "archive/2020/inselverkehr-faehre-nach-norderhall-bleibt-bis-zum-herbst-im-dock/"
    )
    comes_to_rest(log)
    before = builds(log)

    seed = project / "seeds" / "ohne-datum.txt"
    seed.write_text(seed.read_text("utf-8").replace("Nisthilfe", "Nistkiste"), "utf-8")
    wait_for(lambda: "Nistkiste" in get(page), "the changed seed")
    comes_to_rest(log)

    people = project / "curation" / "people.yml"
    people.write_text(
        people.read_text("utf-8") + "- {id: enna-harmsen, name: Enna Harmsen, role: Vogelkundlerin}\n"
    )
    wait_for(lambda: "Vogelkundlerin" in get(address + "archive/people/enna-harmsen/"), "the curated person")
    comes_to_rest(log)

    about = project / "docs" / "about.md"
    about.write_text(about.read_text("utf-8") + "\nEin neuer Absatz.\n", "utf-8")
    wait_for(lambda: "Ein neuer Absatz" in get(address + "about/"), "the changed page")
    comes_to_rest(log)

    essay = project / "docs" / "essays" / "faehre.md"
    citing = "\nDas Schiff „fasst 40 Wagen“ [@kuestenbote2020inselverkehr].\n"
    essay.write_text(essay.read_text("utf-8") + citing, "utf-8")
    wait_for(lambda: get(address + "essays/faehre/").count('class="verified"') == 4, "the new citation")
    comes_to_rest(log)
    # One build for each change, the pages that it wrote are none; and one for the changed seed's new
    # paragraph, whose address the build recorded in `curation/`, where people write, too.
    assert builds(log) - before <= 5
    assert not re.search(r"warning|error|traceback|zensical", log.read_text("utf-8"), re.IGNORECASE), (
        log.read_text("utf-8")
    )


def test_a_port_in_use_is_said_in_words_before_anything_is_built(tmp_path: Path):
    project = copy_project(tmp_path / "project")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        output = run(["mkdocs", "serve", "--dev-addr", address], project)
    assert output.returncode == 1
    assert f"{address} is in use, perhaps by another `mkdocs serve`. Stop it, or write " in output.stderr
    assert "Traceback" not in output.stderr
    assert not (project / "docs/archive").exists()
