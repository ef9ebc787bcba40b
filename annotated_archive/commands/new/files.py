"""The files of a new archive, as a value; what they say is in `templates/`, `samples/` and the languages.

Comes in: an `Answers`. Goes out: each file's path in the project and its content. No code but the few lines
of `build_archive.py`: what an archive needs beside its own is in the package, and changes with it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...editions.published import NEVER
from ...knowledge.curation.schemas import schema_texts
from ...stages.compose.escape import escape
from ...version import NAME, installed_version
from ...words.languages import COMPLETE, about_page, interface
from .answers import Answers

HERE = Path(__file__).parent
ABOUT = "docs/about.md"
COMMAND = "build_archive.py"
# Where each template goes.
RENDERED = {
    "README.md.j2": "README.md",
    "build_archive.py.j2": COMMAND,
    "essays.md.j2": "docs/essays/index.md",
    "gitattributes.j2": ".gitattributes",
    "gitignore.j2": ".gitignore",
    "index.md.j2": "docs/index.md",
    "mkdocs.yml.j2": "mkdocs.yml",
    "pages.yml.j2": ".github/workflows/pages.yml",
    "requirements.txt.j2": "requirements.txt",
}
# Files of curation for an archive that begins with a person's own articles.
EMPTY = {
    "people": "People whose identity somebody has checked",
    "outlets": "Publications that the program lacks",
}


def project_files(answers: Answers, samples: bool) -> dict[str, bytes]:
    """Path and content of every file; with `samples`, of three invented articles and their curation too."""
    texts = {path: _render(template, answers) for template, path in RENDERED.items()}
    texts[ABOUT] = about_page(answers.language)
    texts |= {f"schemas/{name}": text for name, text in schema_texts().items()}
    if not samples:
        texts |= {
            f"curation/{kind}.yml": _environment()
            .get_template("curation.yml.j2")
            .render(kind=kind, holds=holds)
            for kind, holds in EMPTY.items()
        }
    files = {path: text.encode() for path, text in texts.items()}
    return files | (_samples(answers.language) if samples else {})


def _render(template: str, answers: Answers) -> str:
    return (
        _environment()
        .get_template(template)
        .render(
            title=answers.title,
            language=answers.language,
            address=answers.address,
            words=interface(answers.language),
            # Saved articles are in several languages, most often also in English.
            never=NEVER,
            requirement=_requirement(),
        )
    )


def _samples(language: str) -> dict[str, bytes]:
    folder = HERE / "samples" / language
    if not folder.is_dir():
        folder = HERE / "samples" / COMPLETE
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _requirement() -> str:
    """What pip is to install: this version or a later one that keeps its promises."""
    own = installed_version()
    return f"{NAME}>={own},<{int(own.partition('.')[0]) + 1}" if own else NAME


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.filters |= {"yaml": _yaml, "quoted": lambda text: _yaml(text, '"'), "text": escape}
    return environment


def _yaml(text: str, style: str | None = None) -> str:
    """The text as a YAML scalar in one line, in quotes only where it needs them."""
    dumped = yaml.safe_dump(text, allow_unicode=True, width=float("inf"), default_style=style)
    return dumped.removesuffix("...\n").strip("\n")
