"""Promise: `new` makes an archive that stands anywhere, speaks its language, and harms nothing."""

from __future__ import annotations

import html
import json
import re
import subprocess
from argparse import Namespace
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from markdown import Markdown
from mkdocs.utils.yaml import yaml_load

from annotated_archive.cli import main
from annotated_archive.commands.new import run
from annotated_archive.commands.new.answers import language_of, title_of, usable_address
from annotated_archive.knowledge.curation.schemas import OURS, refresh_schemas, schema_texts
from annotated_archive.pipeline import gather
from annotated_archive.project import load_project
from annotated_archive.words.languages import HERE, about_page, interface, languages

from .project_copy import ROOT
from .project_copy import run as run_tool
from .small_project import files

PLAIN = ["--title", "Probe", "--language", "de", "--site-url", ""]


def settings(project: Path) -> dict[str, object]:
    with (project / "mkdocs.yml").open("rb") as stream:
        return dict(yaml_load(stream))


@pytest.mark.parametrize("language", languages())
def test_a_new_archive_has_no_problem_and_speaks_its_language(tmp_path, language, capsys, monkeypatch):
    """Whatever languages there are: a language brings its words, and nothing else is needed."""
    project = tmp_path / "neu"
    assert main(["new", str(project), "--language", language, "--title", "A"]) == 0
    assert "22 files" in capsys.readouterr().out
    monkeypatch.chdir(project)
    assert main(["check", "--jobs", "1"]) == 0, capsys.readouterr().out
    assert main(["doctor"]) == 0, capsys.readouterr().out
    words = interface(language)
    nav = [next(iter(entry)) for entry in settings(project)["nav"]]  # type: ignore[attr-defined]
    keys = "new.home title.articles.short title.people title.outlets title.notes new.essays new.about"
    assert nav == [words(key) for key in keys.split()]
    assert words("new.newest") in (project / "docs/index.md").read_text("utf-8")
    assert words("new.essays.standfirst") in (project / "docs/essays/index.md").read_text("utf-8")
    assert (project / "docs/about.md").read_text("utf-8") == about_page(language)
    archive = gather(load_project(project / "mkdocs.yml")).archive
    assert len(archive.articles) == 3
    assert all(article.description.date and article.description.outlet for article in archive.articles)
    assert sum(len(article.notes) for article in archive.articles) == 1


def test_the_about_page_says_the_same_in_each_language():
    """The same sections under the same names, and the same links to the archive."""
    parts = {
        file.name: re.findall(r"\{: #\w+ \}|\]\([^)]*\)", file.read_text("utf-8"))
        for file in HERE.glob("about.*.md")
    }
    assert len(parts) >= 2
    assert len({tuple(found) for found in parts.values()}) == 1, parts


def test_this_repository_is_such_an_archive(tmp_path):
    """Settings, start page, about page, build_archive.py and schemas are what `new` writes."""
    project = tmp_path / "neu"
    assert main(["new", str(project), "--title", "Pressearchiv", "--language", "de", "--site-url", ""]) == 0
    same = ["mkdocs.yml", "build_archive.py", "docs/index.md", "docs/about.md"]
    for path in [*same, *(f"schemas/{name}" for name in schema_texts())]:
        assert (project / path).read_bytes() == (ROOT / path).read_bytes(), path
    workflow = (ROOT / ".github/workflows/pages.yml").read_text("utf-8").partition("name:")[2]
    new = (project / ".github/workflows/pages.yml").read_text("utf-8").partition("name:")[2]
    made = workflow.replace("make site", "mkdocs build").replace("pyproject.toml", "requirements.txt")
    assert new.replace("      - run: pip install -r requirements.txt\n", "") == made


TITLES = [
    "Zeitungen: eine Sammlung # 1",
    "- \"Presse\" & 'Funk'",
    "*Stern* <b>fett</b> [x](y) `z`",
    "2024",
    "yes",
    "{{ title }} {% raw %}",
    "Ζεϊτούνγκ 📰 ä",
    "!!python/name:os.system",
    "x" * 300,
    '--8<-- "archive/_newest.md"',
    "a\\b",
    "| > %",
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_arrives_as_it_is(tmp_path, title, capsys):
    assert main(["new", str(tmp_path / "neu"), f"--title={title}", "--language", "en"]) == 0
    assert settings(tmp_path / "neu")["site_name"] == title
    start = (tmp_path / "neu/docs/index.md").read_text("utf-8").partition("\n")[0]
    shown = Markdown(extensions=["tables", "attr_list"]).convert(start)
    assert html.unescape(re.sub("<[^>]*>", "", shown)) == title
    assert "<b>" not in shown


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", ""),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/b/", "https://a.example/b/"),
        (" http://a.example:8080/b,c//", "http://a.example:8080/b,c/"),
        ("https://ä.example/x", "https://ä.example/x/"),
    ],
)
def test_an_address_ends_with_a_slash(tmp_path, given, address, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    assert usable_address(given) == address
    assert main(["new", str(tmp_path / "neu"), *PLAIN[:4], "--site-url", given]) == 0
    assert settings(tmp_path / "neu")["site_url"] == address


WRONG = [
    (["--language", "xx"], "The interface speaks"),
    (["--language", ""], "The interface speaks"),
    (["--title", " \n"], "A title needs"),
    (["--site-url", "a.example/b"], "is no address of a website"),
    (["--site-url", "ftp://a.example"], "is no address of a website"),
    (["--site-url", "https://"], "is no address of a website"),
    (["--site-url", "https://[a"], "is no address of a website"),
    (["--site-url", "https://a.example/?q=1"], "is no address of a website"),
    (["--site-url", "https://a b.example/"], "is no address of a website"),
    (["--seeds", "no/such/folder"], "there is no such folder"),
    (["--seeds", "."], "no file is in it"),
]


@pytest.mark.parametrize(("options", "said"), WRONG, ids=str)
def test_what_cannot_be_used_is_said_and_nothing_is_made(tmp_path, options, said, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "neu", "--title", "A", *options]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_ones_own_articles_are_copied_byte_for_byte(tmp_path, capsys):
    saved = tmp_path / "gespeichert"
    (saved / "2021").mkdir(parents=True)
    content = {"a.txt": b"Ein Titel\r\n\r\nEin Text\xff.\r\n", "2021/b.TXT": "Überschrift\n".encode("utf-16")}
    for name, text in content.items():
        (saved / name).write_bytes(text)
    (saved / ".DS_Store").write_bytes(b"x")
    assert main(["new", str(tmp_path / "neu"), *PLAIN, "--seeds", str(saved)]) == 0
    assert files(tmp_path / "neu/seeds") == content
    assert "invented" not in capsys.readouterr().out
    assert not (tmp_path / "neu/curation/articles").exists()
    assert yaml.safe_load((tmp_path / "neu/curation/people.yml").read_text("utf-8")) is None
    assert main(["doctor", "--config-file", str(tmp_path / "neu/mkdocs.yml")]) == 0


def test_a_link_out_of_the_saved_articles_is_not_followed(tmp_path, capsys):
    (tmp_path / "secret.txt").write_text("nobody's business")
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved/a.txt").write_text("Titel\n\nText.")
    (tmp_path / "saved/b.txt").symlink_to(tmp_path / "secret.txt")
    assert main(["new", str(tmp_path / "neu"), *PLAIN, "--seeds", str(tmp_path / "saved")]) == 1
    assert "saved/b.txt: F001" in capsys.readouterr().err
    assert set(files(tmp_path / "neu/seeds")) == {"a.txt"}


def test_a_folder_that_has_seeds_becomes_an_archive_around_them(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_bytes(b"Titel\r\n")
    (tmp_path / "notes.odt").write_bytes(b"mine")
    assert main(["new", str(tmp_path), *PLAIN]) == 0
    assert files(tmp_path / "seeds") == {"a.txt": b"Titel\r\n"}
    assert (tmp_path / "notes.odt").read_bytes() == b"mine"
    assert main(["new", str(tmp_path / "x"), *PLAIN, "--seeds", str(tmp_path / "seeds")]) == 0


@pytest.mark.parametrize(
    "there", ["mkdocs.yml", "README.md", "docs/index.md", ".gitignore", "seeds/turmuhr.txt"]
)
def test_nothing_that_is_there_is_written_over(tmp_path, there, capsys):
    """Not even in part: what is in the way is named, and no other file is made."""
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_bytes(b"mine")
    before = files(tmp_path)
    expected = 0 if there.startswith("seeds/") else 2  # seeds that are there are the archive's
    assert main(["new", str(tmp_path), *PLAIN]) == expected
    assert before.items() <= files(tmp_path).items()
    if expected:
        assert files(tmp_path) == before
        assert there in capsys.readouterr().err


def test_a_dead_link_and_a_file_for_the_folder_are_in_the_way(tmp_path, capsys):
    (tmp_path / "mkdocs.yml").symlink_to(tmp_path / "nowhere")
    assert main(["new", str(tmp_path), *PLAIN]) == 2
    (tmp_path / "file").write_text("x")
    assert main(["new", str(tmp_path / "file"), *PLAIN]) == 2
    assert "a file of this name is there" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "file" / "below"), *PLAIN]) in (1, 2)
    assert "Traceback" not in capsys.readouterr().err


# --- questions ----------------------------------------------------------------------------------------------


def options(folder: Path, **given: str) -> Namespace:
    nothing = dict.fromkeys(("title", "language", "site_url", "seeds"))
    return Namespace(folder=folder, **(nothing | given))


def test_what_no_option_says_is_asked_until_it_can_be_used(tmp_path, capsys):
    asked: list[str] = []
    replies = iter(["Mein Archiv", "klingonisch", "de", "beispiel", "https://a.example", ""])

    def ask(question: str) -> str:
        asked.append(question)
        return next(replies)

    assert run(options(tmp_path / "neu"), ask) == 0
    assert [question.partition(" [")[0].rpartition(". ")[2] for question in asked] == [
        "Title",
        "Language",
        "Language",
        "Address, if it is known: ",
        "Address, if it is known: ",
        "Folder of your saved articles, if any: ",
    ]
    assert "'klingonisch' is none of them" in asked[2]
    assert settings(tmp_path / "neu")["site_name"] == "Mein Archiv"
    assert settings(tmp_path / "neu")["theme"]["language"] == "de"  # type: ignore[index]


def test_enter_takes_what_is_supposed(tmp_path, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert run(options(tmp_path / "presse_in-leer"), lambda _: "") == 0
    assert settings(tmp_path / "presse_in-leer")["site_name"] == "Presse in leer"


@pytest.mark.parametrize("how", [KeyboardInterrupt, EOFError])
def test_whoever_ends_the_questions_gets_nothing(tmp_path, how, capsys):
    def ask(_: str) -> str:
        raise how

    assert run(options(tmp_path / "neu"), ask) == 2
    assert capsys.readouterr().err == "\nNothing was made.\n"
    assert not (tmp_path / "neu").exists()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "de-CH"}, "de"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "sr_RS@latin"}, "en"),
        ({"LANG": "en_GB", "LC_ALL": "de_DE"}, "de"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "de"),
    ],
    ids=str,
)
def test_the_language_of_the_system_is_proposed(environment, language):
    assert language_of(environment) == language


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("my-archive", "My archive"),
        ("UN_papers", "UN papers"),
        ("-", "Archive"),
        ("", "Archive"),
        ("ähre", "Ähre"),
    ],
)
def test_the_folders_name_suggests_a_title(folder, title):
    assert title_of(folder) == title


# --- schemas ------------------------------------------------------------------------------------------------


def test_the_curation_of_a_new_archive_is_what_its_schemas_allow(tmp_path):
    """The first line of each file leads to a schema that is there, and by which the file is right."""
    assert main(["new", str(tmp_path / "neu"), *PLAIN]) == 0
    curation = sorted((tmp_path / "neu/curation").rglob("*.yml"))
    assert len(curation) == 4
    for path in curation:
        first = path.read_text("utf-8").partition("\n")[0]
        schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        content = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(content)


def test_a_build_brings_our_schemas_up_to_date_and_no_others(tmp_path):
    folder = tmp_path / "schemas"
    refresh_schemas(folder)
    assert not folder.exists()
    folder.mkdir()
    (folder / "people.json").write_text('{"type": "my own"}')
    refresh_schemas(folder)
    assert len(files(folder)) == 1
    (folder / "article.json").write_text(json.dumps({"$comment": OURS, "type": "of an older version"}))
    refresh_schemas(folder)
    written = {name: content.decode() for name, content in files(folder).items()}
    assert written == schema_texts() | {"people.json": '{"type": "my own"}'}


def test_a_published_build_refreshes_the_schemas(tmp_path):
    project = tmp_path / "neu"
    assert main(["new", str(project), *PLAIN]) == 0
    (project / "schemas/people.json").write_text(json.dumps({"$comment": OURS}))
    (project / "schemas/outlets.json").unlink()
    assert main(["build", "--jobs", "1", "--config-file", str(project / "mkdocs.yml")]) == 0
    assert {n: c.decode() for n, c in files(project / "schemas").items()} == schema_texts()


# --- what MkDocs makes of it --------------------------------------------------------------------------------


def test_a_custom_dir_of_ones_own_comes_first_and_the_programs_theme_behind_it(tmp_path):
    project = tmp_path / "neu"
    assert main(["new", str(project), *PLAIN]) == 0
    (project / "own/partials").mkdir(parents=True)
    (project / "own/partials/footer.html").write_text("<footer>mine</footer>")
    text = (project / "mkdocs.yml").read_text("utf-8")
    line = next(line for line in text.splitlines() if "custom_dir" in line)
    (project / "mkdocs.yml").write_text(text.replace(line, "  custom_dir: own"), "utf-8")
    output = run_tool(["mkdocs", "build", "--strict"], project)
    assert output.returncode == 0, output.stderr
    start = (project / "site/index.html").read_text("utf-8")
    assert "<footer>mine</footer>" in start
    assert "assets/paper.css" in start
    assert (project / "site/assets/paper.css").is_file()


def test_a_new_archive_in_git_stays_clean_after_a_build(tmp_path):
    """What is generated is ignored; what is new is the record of addresses, which belongs in git."""
    project = tmp_path / "neu"
    assert main(["new", str(project), *PLAIN]) == 0
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "An archive"]):
        subprocess.run([*git, *words], cwd=project, check=True)
    assert run_tool(["mkdocs", "build", "--strict"], project).returncode == 0
    state = subprocess.run(
        [*git, "status", "--porcelain"], cwd=project, check=True, capture_output=True, text=True
    )
    assert state.stdout == "?? curation/permalinks.yml\n"
