"""What a person decided overrules what the rules found."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, TypeVar

from ...fields import FIELDS
from ...knowledge.outlets import Directory
from ...model import Certainty, CuratedArticle, Description, Found
from ...problems import Problem
from ...text.dates import flaw, valid
from ...text.slugs import slug_of

T = TypeVar("T")
_EDTF = 'Write it in EDTF: 2016-07-15, 2016-07 or 2016, with "~" when approximate or "?" when uncertain.'


def overrule(
    found: Description, curated: CuratedArticle, known: Directory
) -> tuple[Description, tuple[Problem, ...]]:
    """The description with the curated fields in place of the rules' ones, and what cannot be used."""
    changes: dict[str, Any] = {}
    problems: list[Problem] = []
    for field in (field for field in FIELDS if field.curated):
        name, value = field.name, curated.fields.get(field.name)
        because = curated.because.get(name)
        if value is None:
            continue
        if field.several:
            values = (value,) if isinstance(value, str) else value
            ruled = {f.value: f for f in getattr(found, name)}
            changes[name] = tuple(_decided(one, ruled.get(one), because) for one in values)
        elif not isinstance(value, str):
            continue
        elif name == "date" and not valid(value):
            problems.append(unreadable(curated, name, _EDTF))
        elif name == "outlet":
            outlet = known.identified(value)
            if outlet is None:
                problems.append(_unknown(curated, value, known))
            else:
                changes[name] = _decided(outlet.id, found.outlet, because)
        elif name == "date" and "T" in value:
            day, _, time = value.partition("T")
            changes |= {
                "date": _decided(day, found.date, because),
                "time": _decided(time, found.time, because),
            }
        else:
            changes[name] = _decided(value, getattr(found, name), because)
    if "date" in changes and "time" not in changes and changes["date"].span is None:
        changes["time"] = None  # the time belonged to another day
    return replace(found, **changes), tuple(problems)


def _decided(value: T, ruled: Found[T] | None, because: str | None) -> Found[T]:
    """A person's value; the text's evidence stays where it says the same."""
    span = ruled.span if ruled is not None and ruled.value == value else None
    return Found(value, span, "curated", Certainty.CURATED, because)


def unreadable(curated: CuratedArticle, key: str, remedy: str) -> Problem:
    """The problem of a curated date in no known form."""
    written = str(curated.fields[key])
    reason = f": {found}" if (found := flaw(written)) else ""
    finding = f'The {key} "{written}" cannot be read{reason}.'
    return Problem(curated.file, curated.lines.get(key), "D002", finding, remedy)


def _unknown(curated: CuratedArticle, value: str, known: Directory) -> Problem:
    nearest = known.nearest(value)
    suggestion = f'Write "{nearest.id}" if you mean {nearest.name}, or describe' if nearest else "Describe"
    entry = f"- {{id: {slug_of(value) or 'outlet'}, name: {json.dumps(value, ensure_ascii=False)}}}"
    return Problem(
        curated.file,
        curated.lines.get("outlet"),
        "D003",
        f'Nobody has described the outlet "{value}".',
        f"{suggestion} it in curation/outlets.yml first: `{entry}`.",
    )
