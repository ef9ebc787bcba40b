"""`review`: what a person should decide next, the most harmful first, as text or as JSON lines.

Comes in: questions and the problems of the archive. Goes out: text whose every line is a comment or YAML of
the file named above it. What is not commented keeps what the rules found: whoever pastes it has confirmed it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...knowledge.curation import Curation
from ...knowledge.curation.edits import Edit
from ...problems import Problem, in_order, tally
from ...project import Project
from ...questions import Choice, Question, as_json, snippets
from ...results import Result
from ...stages.ask.known import one_line
from ...words.languages import interface

__all__ = ["json_lines", "of_files", "review"]


def review(questions: Sequence[Question], problems: Sequence[Problem], curation: Curation) -> str:
    """The questions by article, each with its answers, ready to paste into `curation/`."""
    parts = [*_problems(problems)]
    by_seed: dict[str, list[Question]] = {}
    for question in questions:
        by_seed.setdefault(question.seed, []).append(question)
    for seed, found in by_seed.items():
        parts += _of_article(seed, found, curation) if seed else _of_archive(found)
        parts.append("")
    return "\n".join(parts) if parts else "Nothing is left to decide."


def of_files(
    questions: Sequence[Question], result: Result, files: Sequence[Path], project: Project
) -> tuple[Sequence[Question], Sequence[Problem]]:
    """The questions and problems of some saved files, as a person names them; without any, all."""
    if not files:
        return questions, result.problems
    seeds = project.seeds.resolve()
    inside = (file.resolve() for file in files if file.resolve().is_relative_to(seeds))
    names = {f"seeds/{file.relative_to(seeds).as_posix()}" for file in inside}
    keys = {article.saved.key for article in result.archive.articles if article.saved.file in names}
    about = {problem for key in keys for problem in result.of_articles.get(key, ())}
    problems = [p for p in result.problems if p.file in names or p in about]
    return [question for question in questions if question.seed in keys], problems


def json_lines(questions: Iterable[Question], ascii_only: bool = False) -> Iterator[str]:
    """Each question as one JSON object a line: a contract with other programs; keys are only ever added."""
    return (json.dumps(as_json(question), ensure_ascii=ascii_only) for question in questions)


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield f"# {tally(problems)} (see also: build_archive.py check)"
        yield from (str(problem) for problem in in_order(problems))
        yield ""


def _of_article(seed: str, questions: Sequence[Question], curation: Curation) -> Iterator[str]:
    """The questions of an article with their other answers as comments, then what confirms all at once."""
    count = len(questions)
    file = f"curation/articles/{one_line(seed)}.yml"
    yield f"# {one_line(questions[0].file)}: {count} question{'s' * (count != 1)}"
    confirmed: list[Edit] = []
    for question in questions:
        yield from _asked(question)
        for choice in question.choices:
            yield from _answer(choice, commented=True)
            if choice.confirms:
                confirmed += choice.edits
    if not confirmed:
        yield f"# Paste one answer a question, without the signs before it, into {file}."
        return
    yield "# To confirm what was found, paste this; change what you know better."
    for snippet in snippets(confirmed):
        yield f"# {snippet.file}"
        yield from _there_already(snippet.file, snippet.text, seed, curation)
        yield snippet.text.rstrip("\n")


def _of_archive(questions: Sequence[Question]) -> Iterator[str]:
    """The questions that are of no single article; entries of people are one list to paste."""
    people = [question for question in questions if question.kind == "person"]
    for question in questions:
        if question.kind != "person":
            yield from _asked(question)
            for choice in question.choices:
                yield from _answer(choice, commented=True)
    if people:
        yield f"# People that nobody verified: {len(people)}, most mentioned first (curation/people.yml)"
    for question in people:
        yield f"# {one_line(question.file)}:{question.line}: {one_line(question.finding)}"
        confirming, *others = question.choices
        for choice in others:
            if not choice.typed:
                yield from _answer(choice, commented=True)
        yield from _answer(confirming, commented=False)


def _asked(question: Question) -> Iterator[str]:
    words = interface("en")
    where = question.file if question.line is None else f"{question.file}:{question.line}"
    rule = f" (rule {question.rule})" if question.rule else ""
    said = question.detail or question.finding
    yield f"#\n# {words(f'ask.{question.kind}')}, {one_line(where)}: {one_line(said)}{rule}"


def _answer(choice: Choice, commented: bool) -> Iterator[str]:
    """An answer with what it writes; as comments, each file's part is one that can be pasted alone."""
    chance = f"{choice.chance:.0%}, " if choice.chance is not None else ""
    line = f"line {choice.lines[0]}, " if choice.lines else ""
    state = "confirm: " if choice.confirms else "or: "
    if commented:
        yield f"#   {state}{chance}{line}{one_line(choice.value)}"
    if choice.replaces is not None:
        there = f"{choice.replaces.file}:{choice.replaces.line}"
        yield f"#     in {one_line(there)}, write {choice.replaces.new!r} for {choice.replaces.old!r}"
    for snippet in snippets(choice.edits):
        if commented:
            place = f", in place of the entry on line {snippet.place}" if snippet.place else ""
            yield f"#     {snippet.file}{place}"
            yield from (f"#     {text}" for text in snippet.text.splitlines())
        else:
            yield snippet.text.rstrip("\n")


def _there_already(file: str, text: str, seed: str, curation: Curation) -> Iterator[str]:
    """Where the file has a key already, since no key may stand twice."""
    curated = curation.articles.get(seed)
    if curated is None or curated.file != file:
        return
    keys = [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]
    for key in keys:
        if key in curated.lines:
            line = curated.lines[key]
            yield f"# `{key}:` stands there on line {line}: put what follows it here under that one."
