"""`new`: a folder that is an archive, wherever it stands: settings, pages, saved articles, curation."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ...words.languages import languages
from .answers import (
    Answers,
    Ask,
    answer,
    language_of,
    title_of,
    usable_address,
    usable_language,
    usable_title,
)
from .files import COMMAND, project_files
from .making import InTheWayError, has_seeds, make, saved_articles

if TYPE_CHECKING:
    from argparse import _SubParsersAction

FINE, PROBLEMS, USAGE = 0, 1, 2
NEXT = """{target}: {count} files. Read the archive on this machine:

  cd {target}
  mkdocs serve

README.md there says what to do next.{more}"""


def add_parser(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command's words and options."""
    words = "make a new archive in a folder"
    listed = ", ".join(languages())
    parser = commands.add_parser(
        "new", help=words, description="Make a new archive in a folder. What no option says is asked."
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--title", help="what the archive is called")
    parser.add_argument("--language", metavar="CODE", help=f"the language of its pages: {listed}")
    parser.add_argument("--site-url", metavar="ADDRESS", help="where it will be published, if that is known")
    parser.add_argument("--seeds", metavar="FOLDER", help="saved articles to copy (else three invented ones)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, ask: Ask | None = None) -> int:
    """Make the archive. `ask` asks a person; by default at a terminal, and nobody elsewhere."""
    target: Path = options.folder
    ask = ask or (input if sys.stdin.isatty() else None)
    try:
        answers = Answers(
            answer(ask, "Title", usable_title, options.title, title_of(target.resolve().name)),
            answer(ask, "Language", usable_language, options.language, language_of()),
            answer(ask, "Address, if it is known", usable_address, options.site_url, ""),
        )
        there = has_seeds(target)
        copied = "" if there else answer(ask, "Folder of your saved articles, if any", str, options.seeds, "")
        if there and options.seeds:
            raise InTheWayError(f"{target}: articles are in its seeds/ already. Leave out --seeds.")
        seeds, refused = saved_articles(Path(copied).expanduser()) if copied else ({}, ())
        samples = not seeds and not there
        count = make(target, project_files(answers, samples), seeds, COMMAND)
    except (ValueError, InTheWayError) as error:
        print(error, file=sys.stderr)
        return USAGE
    except (KeyboardInterrupt, EOFError):
        print("\nNothing was made.", file=sys.stderr)
        return USAGE
    except OSError as error:
        print(
            f"{error.filename or target}: {error.strerror}. Name a folder that you may write to.",
            file=sys.stderr,
        )
        return PROBLEMS
    for problem in refused:
        print(problem, file=sys.stderr)
    more = " The three articles are invented: delete them when you add your own." if samples else ""
    print(NEXT.format(target=target, count=count, more=more))
    return PROBLEMS if refused else FINE
