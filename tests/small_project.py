"""A project of a few invented articles that a test may build at once, in this process."""

from __future__ import annotations

from pathlib import Path

from annotated_archive.commands.review import review
from annotated_archive.pipeline import known
from annotated_archive.project import Project
from annotated_archive.results import Result
from annotated_archive.stages.ask import ask

ARTICLE = """{title}

Küstenbote, 5.6.2001

Die Stadt Sandhaven hat am Dienstag eine Brücke aus {stuff} eröffnet. Sie führt über den Fluss zum Hafen.

Viele Menschen kamen, obwohl es in Strömen regnete, und gingen am Abend über die neue Brücke nach Hause.
"""


def article(title: str, stuff: str) -> str:
    """A saved article; two with other `stuff` are other texts."""
    return ARTICLE.format(title=title, stuff=stuff)


def small_project(root: Path, **seeds: str) -> Project:
    """A project at `root` with these seeds, by name without suffix."""
    for folder in ("seeds", "curation/articles", "docs"):
        (root / folder).mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Probe\ntheme: {name: material, language: de}\n", "utf-8")
    for name, text in seeds.items():
        (root / "seeds" / f"{name}.txt").write_text(text, "utf-8")
    return Project(root, root / "docs", "de")


def pages(project: Project) -> dict[str, str]:
    """The generated pages by path below `docs/archive/`."""
    folder = project.archive
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(folder.rglob("*.md"))}


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def reviewed(result: Result) -> str:
    """What `review` prints of an archive."""
    anywhere = Project(Path(), Path("docs"), "en")
    return review(ask(known(anywhere, result)), result.problems, result.curation)
