"""People of one name whose roles contradict (P005) → whether they are two people or one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...knowledge.curation.edits import Edit
from ...model import Person
from ...questions import Choice, Question
from ...text.slugs import slug_of
from ...words.role_forms import as_described
from .known import Known, one_line
from .people import NAMESAKE, PEOPLE

CODE = "P005"


def namesakes(known: Known) -> Iterator[Question]:
    """A question for each name that was taken for several people because of its roles."""
    called: defaultdict[str, list[Person]] = defaultdict(list)
    for person in known.archive.people.values():
        if person.only_here == NAMESAKE and person.roles:
            called[person.name].append(person)
    for problem in known.others:
        people = next((p for name, p in called.items() if problem.finding.startswith(f'"{name}" ')), [])
        if problem.code != CODE or not people:
            continue
        name, roles = one_line(people[0].name), [_role(person) for person in people]
        choices = (
            Choice(
                known.words("ask.namesakes.several", roles=", ".join(roles)),
                tuple(_entry(p.id, name, role) for p, role in zip(people, roles, strict=True)),
                confirms=True,
            ),
            Choice(known.words("ask.namesakes.one"), (_entry(slug_of(name), name, ", ".join(roles)),)),
            _left(known, problem.seed),
        )
        finding = known.words(f"ask.problem.{CODE}", name=name)
        said = f"{problem.finding} {problem.remedy}"
        key = f"namesakes:{slug_of(name)}"
        yield Question("namesakes", key, "", problem.file, problem.line, finding, choices, detail=said)


def _role(person: Person) -> str:
    described: Sequence[str] = [role for one in person.roles if (role := as_described(one))]
    return one_line(described[0] if described else person.roles[0])


def _entry(identifier: str, name: str, role: str) -> Edit:
    return Edit(PEOPLE, (identifier,), {"id": identifier, "name": name, "role": role})


def _left(known: Known, seed: str) -> Choice:
    edit = Edit(f"curation/articles/{seed}.yml", ("accept", CODE), known.reasons("ask.because.accepted"))
    return Choice(known.words("ask.namesakes.accept"), (edit,))
