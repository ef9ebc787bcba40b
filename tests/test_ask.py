"""Promise: every answer of every kind of question is complete: pasted, or written by the desk, it settles it.

`CASES` has the kinds of `questions.KINDS`; a kind without a case fails here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_archive.knowledge.curation.editing import edited
from annotated_archive.knowledge.curation.edits import TYPED, TYPED_ID, in_order
from annotated_archive.pipeline import gather, known
from annotated_archive.project import Project
from annotated_archive.questions import KINDS, Choice, Question, as_json, snippets
from annotated_archive.results import Result
from annotated_archive.stages.ask import OF_ARCHIVE, OF_ARTICLE, ask

from .question_cases import CASES, CURATED, TYPES, Case
from .small_project import small_project


def project_of(case: Case, root: Path) -> Project:
    project = small_project(root)
    seed = case.seed if isinstance(case.seed, bytes) else case.seed.encode()
    (root / "seeds/a.txt").write_bytes(seed)
    key = gather(project).archive.articles[0].address.citekey
    for path, text in case.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text.replace("KEY", key), "utf-8")
    return project


def asked(project: Project, kind: str) -> tuple[Result, list[Question]]:
    result = gather(project)
    return result, [question for question in ask(known(project, result)) if question.kind == kind]


def typed(text: str, choice: Choice) -> str:
    """A snippet with what a person writes in the places that are left to them."""
    words = TYPES.get(choice.typed, "")
    listed = ", ".join(f'"{name.strip()}"' for name in words.split(";"))
    text = text.replace(f'["{TYPED}"', f"[{listed}") if choice.typed == "authors" else text
    return text.replace(f'"{TYPED_ID}"', "kuestenpost").replace(f'"{TYPED}"', f'"{words}"')


def paste(project: Project, choice: Choice) -> bool:
    """Paste as the snippet says; False where it must be merged by hand into a file that there is."""
    if (there := choice.replaces) is not None:
        page = project.root / there.file
        lines = page.read_text("utf-8").split("\n")
        rest = "\n".join(lines[there.line - 1 :])
        changed = rest.replace(there.old, there.new, 1)
        page.write_text("\n".join([*lines[: there.line - 1], changed]), "utf-8")
        return True
    for snippet in snippets(choice.edits):
        file, text = project.root / snippet.file, typed(snippet.text, choice)
        if snippet.place is not None and "Delete the entry" in text:
            file.unlink()  # it was the only one
        elif snippet.place is not None or not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        elif snippet.file.endswith("outlets.yml") or ("people.yml" in snippet.file and "also:" not in text):
            file.write_text(file.read_text("utf-8") + text, "utf-8")
        else:
            return False
    return True


def write(project: Project, choice: Choice) -> None:
    """Write as the desk does."""
    for file, edits in in_order(choice.edits).items():
        path = project.root / file
        before = path.read_text("utf-8") if path.exists() else ""
        words = TYPES.get(choice.typed, "")
        after = edited(before, [edit.typed(words) for edit in edits])
        assert after is not None, (before, edits)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after, "utf-8")


def test_every_kind_has_a_case() -> None:
    assert {case.kind for case in CASES.values()} == set(KINDS)
    assert {*OF_ARTICLE, *OF_ARCHIVE} == set(KINDS)
    assert not {*OF_ARTICLE} & {*OF_ARCHIVE}


def _of_curation(result: Result) -> list[str]:
    return [problem.finding for problem in result.problems if problem.file.startswith("curation")]


@pytest.mark.parametrize("name", CASES)
def test_every_answer_settles_its_question(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    first, questions = asked(project_of(case, tmp_path / "first"), case.kind)
    assert questions, "the case asks nothing"
    pasted = 0
    for number, question in enumerate(questions):
        for index, choice in enumerate(question.choices):
            for way in ("paste", "write"):
                project = project_of(case, tmp_path / f"{number}-{index}-{way}")
                if way == "paste":
                    if not paste(project, choice):
                        continue
                    pasted += 1
                elif choice.replaces is None:
                    write(project, choice)
                result, left = asked(project, case.kind)
                for code in (edit.path[1] for edit in choice.edits if edit.path[0] == "accept"):
                    assert code in [one.problem.code for one in result.settled], way
                    assert code not in [problem.code for problem in result.problems], way
                if choice.replaces is None or way == "paste":
                    assert question.id not in [other.id for other in left], (way, choice)
                    assert set(_of_curation(result)) <= set(_of_curation(first)), way
    assert pasted or CURATED in case.files  # a key that stands there already is put right by hand


@pytest.mark.parametrize("name", CASES)
def test_questions_are_json_that_names_files(name: str, tmp_path: Path) -> None:
    _, questions = asked(project_of(CASES[name], tmp_path), CASES[name].kind)
    for question in questions:
        told = as_json(question)
        assert told["finding"]
        assert told["choices"]
        for choice in told["choices"]:
            files = [snippet["file"] for snippet in choice["snippets"]]
            assert files or choice["replaces"], choice
            assert all(file.startswith("curation/") for file in files)
