"""The command line: arguments → pipeline → what people read → exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from rich.console import Console, RenderableType

from .commands import new
from .commands.terminal import PipedConsole, is_utf8, printing
from .disk.project_lock import PATIENCE, BusyError
from .pipeline import build, gather, known
from .problems import OF_A_SITE, Tally, print_problems
from .project import Project, ProjectError, load_project
from .stages.ask import ask
from .version import installed_version

T = TypeVar("T")
FINE, PROBLEMS, USAGE = 0, 1, 2
LAST_PORT = 65_535
PIPE_WIDTH = 160  # columns where there is no terminal to ask


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (default: the process's). Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    return printing(lambda: _run(given))


def _run(given: list[str]) -> int:
    parser, commands = command_line()
    if not any(word in (*commands, "-h", "--help", "--version") for word in given):
        given.insert(0, "build")
    options = parser.parse_args(given)
    return int(options.run(options))


def command_line() -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    """The reader of arguments, and those of the commands by name, in the order in which help lists them."""
    parser = argparse.ArgumentParser(
        prog="annotated-archive",
        description="Turn the saved articles in seeds/ into the pages of an archive.",
    )
    parser.add_argument(
        "--version", action="version", version=f"%(prog)s {installed_version() or '(source)'}"
    )
    commands = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, run: object, words: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        sub.add_argument("--config-file", type=Path, default=Path("mkdocs.yml"), metavar="FILE")
        sub.set_defaults(run=run)
        if name not in ("inspect", "doctor"):
            sub.add_argument(
                "--jobs", type=_positive, metavar="N", help="processes (default: one per processor)"
            )
        return sub

    builder = command("build", _build, "write docs/archive/ (the default)")
    builder.add_argument("--edition", choices=("local", "public"), default="local")
    builder.add_argument("--strict", action="store_true", help="exit with 1 if there are errors")
    builder.add_argument(
        "--wait", type=float, default=PATIENCE, metavar="SECONDS", help="how long to wait for another build"
    )
    checker = command(
        "check", _check, "list all problems and notices, write nothing; exit with 1 if there are problems"
    )
    checker.add_argument("--all", action="store_true", help="also the notices that curation accepts")
    reviewer = command("review", _review, "list what a person should decide next, the most harmful first")
    reviewer.add_argument("--json", action="store_true", help="for programs: one question per line")
    reviewer.add_argument("files", nargs="*", type=Path, metavar="FILE", help="only of these saved articles")
    inspector = command("inspect", _inspect, "print how each part of saved articles was understood, as JSON")
    inspector.add_argument("--explain", action="store_true", help="for people: each line's kind and rule")
    inspector.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importer = command(
        "import",
        _import,
        "print the annotations of a Hypothes.is or read-later export as notes for curation/",
    )
    importer.add_argument("--site-url", metavar="ADDRESS", help="where the site is (default: site_url)")
    importer.add_argument("file", type=Path, metavar="FILE")
    desk = command("desk", _desk, "serve the curator's desk on this machine: it writes what you decide")
    desk.add_argument("--port", type=_port, default=0, metavar="N", help="default: any that is free")
    command("doctor", _doctor, "list what in mkdocs.yml does not fit this version of the program")
    new.add_parser(commands)
    return parser, commands.choices


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of a port")
    return int(text)


def _build(options: argparse.Namespace) -> int:
    project = _project(options.config_file)
    if project is None:
        return USAGE
    try:
        report, problems = build(project, options.edition, _progress, options.jobs, _tell, options.wait)
    except BusyError as error:
        _tell(str(error))
        return PROBLEMS
    count = print_problems((p for p in problems if p.code not in OF_A_SITE), sys.stderr)
    if report.stopped:
        print(report.stopped, file=sys.stderr)
        return PROBLEMS
    print(
        f"{project.archive}: {report.written} pages written, {report.unchanged} unchanged, "
        f"{report.removed} removed ({options.edition} edition)."
    )
    _say(count)
    return PROBLEMS if count.errors and options.strict else FINE


def _check(options: argparse.Namespace) -> int:
    project = _project(options.config_file)
    if project is None:
        return USAGE
    result = gather(project, _progress, options.jobs)
    count = print_problems(result.problems, sys.stdout)
    if options.all and result.settled:
        print("Accepted notices:")
        for line in sorted(map(str, result.settled)):
            print(line)
    words = str(count) if count.errors else f"No problems{', ' * (count.notices > 0)}{count}"
    print(f"{words}.", file=sys.stderr)
    return PROBLEMS if count.errors else FINE


def _review(options: argparse.Namespace) -> int:
    from .commands.review import json_lines, of_files, review

    project = _project(options.config_file)
    if project is None:
        return USAGE
    result = gather(project, _progress, options.jobs)
    questions, problems = of_files(ask(known(project, result, "en")), result, options.files, project)
    if options.json:
        for line in json_lines(questions, ascii_only=not is_utf8(sys.stdout)):
            print(line)
    else:
        print(review(questions, problems, result.curation))
    return FINE


def _inspect(options: argparse.Namespace) -> int:
    from .commands.explain import explain
    from .commands.inspection import inspect_files

    results = inspect_files(options.files, options.config_file)
    code = FINE
    for result in results:
        if options.explain:
            _show(explain(result))
        else:
            # Where UTF-8 cannot be printed, JSON's own escapes say the same.
            print(json.dumps(result, ensure_ascii=not is_utf8(sys.stdout)))
        code = code if "sha256" in result else PROBLEMS
    return code


def _import(options: argparse.Namespace) -> int:
    from .commands.import_notes import highlights_of, notes_of_export, notes_of_highlights
    from .words.languages import interface

    project = _project(options.config_file)
    if project is None:
        return USAGE
    try:
        content = options.file.read_bytes()
        export = highlights_of(content)
        json_text = "" if export else content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        print(f"{options.file}: {getattr(error, 'strerror', None) or 'not UTF-8'}.", file=sys.stderr)
        return USAGE
    site_url = options.site_url or project.site_url
    if not site_url and not export:
        print(
            f"{options.config_file}: site_url is not set, so no address leads to an article. "
            "Set it, or give --site-url ADDRESS.",
            file=sys.stderr,
        )
        return USAGE
    articles = gather(project, _progress, options.jobs).archive.articles
    if export:
        highlighted = interface(project.language)("note.highlighted")
        notes, problems = notes_of_highlights(export, str(options.file), articles, highlighted)
    else:
        notes, problems = notes_of_export(json_text, str(options.file), articles, site_url or "")
    print(notes, end="")
    count = print_problems(problems, sys.stderr)
    if not notes:
        print("No new notes.", file=sys.stderr)
    _say(count)
    return PROBLEMS if count.errors else FINE


def _desk(options: argparse.Namespace) -> int:
    from .commands.desk import open_desk
    from .renderer import theme

    project = _project(options.config_file)
    if project is None:
        return USAGE
    looks = (Path(theme) / "assets" / "paper.css").read_text(encoding="utf-8")
    try:
        server = open_desk(project, looks, _progress, options.jobs, options.port)
    except OSError as error:
        reason = error.strerror or str(error)
        _tell(f"Port {options.port} cannot be used: {reason}. Choose another one, or leave out --port.")
        return PROBLEMS
    print(f"The desk: {server.address}\nWhoever has this address can decide. Ctrl+C ends it.", flush=True)
    with suppress(KeyboardInterrupt), server:
        server.serve_forever()
    return FINE


def _doctor(options: argparse.Namespace) -> int:
    from .commands.doctor import examine

    try:
        count = print_problems(examine(options.config_file), sys.stdout)
    except ProjectError as error:
        _tell(str(error))
        return USAGE
    print(f"{count or 'All fits'}.", file=sys.stderr)
    return PROBLEMS if count else FINE


def _show(renderables: Iterable[RenderableType]) -> None:
    """Print for a person; in a pipe without colour, and as wide as the longest line needs."""
    console = PipedConsole() if sys.stdout.isatty() else PipedConsole(width=PIPE_WIDTH)
    for renderable in renderables:
        console.print(renderable, highlight=False)


def _project(config_file: Path) -> Project | None:
    """The project of an mkdocs.yml; None, after saying why, if there is none."""
    try:
        return load_project(config_file)
    except ProjectError as error:
        print(error, file=sys.stderr)
        return None


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _say(count: Tally) -> None:
    if count:
        print(f"{count}, listed above.", file=sys.stderr)


def _progress(items: Iterable[T], total: int) -> Iterator[T]:
    """Show a progress bar on a terminal; stay quiet in a pipe."""
    if not sys.stderr.isatty():
        return iter(items)
    from rich.progress import track

    return iter(track(items, "Reading", total=total, console=Console(stderr=True), transient=True))
