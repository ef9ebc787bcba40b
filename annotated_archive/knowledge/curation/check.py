"""A value from YAML → a checked form. A wrong key costs that key, not the file."""

from __future__ import annotations

import difflib
import re
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ...problems import Problem
from .forms import Form
from .lines import Lines, Location

F = TypeVar("F", bound=Form)


def nearest(word: str, known: list[str]) -> str:
    """A hint at the word that was probably meant, or at all of them: `Did you mean "date"?`."""
    if near := difflib.get_close_matches(word, known, n=1, cutoff=0.6):
        return f'Did you mean "{near[0]}"?'
    return f"Known are: {', '.join(known)}."


def check(
    value: Any, form: type[F], at: Location, lines: Lines, shown: str
) -> tuple[F | None, tuple[Problem, ...]]:
    """Check `value`, which stands at `at` of a file. None when nothing of it can be used."""
    if not isinstance(value, dict):
        finding = f"Here keys and values are expected, such as `{next(iter(form.model_fields))}: …`."
        return None, (Problem(shown, lines.of(at), "C003", finding, "Write them, or remove the entry."),)
    given = {key: item for key, item in value.items() if item is not None}
    problems: list[Problem] = []
    while True:
        try:
            return form.model_validate(given), tuple(problems)
        except ValidationError as error:
            wrong = error.errors()
            problems += [_problem(e, form, at, lines, shown) for e in wrong]
            bad_keys = {str(e["loc"][0]) for e in wrong if e["loc"]} & set(given)
            required = {key for key, field in form.model_fields.items() if field.is_required()}
            if not bad_keys or bad_keys & required:  # an entry without a required key cannot be used
                return None, tuple(dict.fromkeys(problems))
            kept = {
                key: _without(item, key, wrong) if key in bad_keys else item for key, item in given.items()
            }
            given = {key: item for key, item in kept.items() if item is not None}


def _without(value: Any, key: str, wrong: list[ErrorDetails]) -> Any:
    """The list or mapping of a key without its items that are wrong; None if it is wrong as a whole."""
    places = [error["loc"][1:] for error in wrong if str(error["loc"][0]) == key]
    bad = {place[0] for place in places if place}
    if () in places or not isinstance(value, (list, dict)):
        return None
    named = value.items() if isinstance(value, dict) else enumerate(value)
    left = [(name, item) for name, item in named if name not in bad]
    if len(left) == len(value):
        return None
    return dict(left) if isinstance(value, dict) else [item for _, item in left]


# What is wrong, by the validator's own names of errors.
FORMS = {
    "string_too_short": "is empty",
    "dict_type": "is a text or list where keys and values are expected",
    "model_type": "is a text or list where keys and values are expected",
    "list_type": "is a mapping where a text or a list is expected",
    "int_parsing": "is no whole number",
    "int_type": "is no whole number",
    "bool_parsing": "is neither true nor false",
    "bool_type": "is neither true nor false",
    "greater_than_equal": "is less than 0",
}


def _named(location: tuple[str | int, ...]) -> str:
    """The key, and what stands below it: `people: A. Weber`."""
    return ": ".join(str(part) for part in location if isinstance(part, str))


def _problem(error: ErrorDetails, form: type[Form], at: Location, lines: Lines, shown: str) -> Problem:
    location = error["loc"]
    key = str(location[0])
    line = lines.of((*at, *location))
    match error["type"]:
        case "extra_forbidden":
            finding = f'The key "{key}" is not known.'
            return Problem(shown, line, "C002", finding, nearest(key, list(form.model_fields)))
        case "missing":
            finding = f"The key `{key}` is missing, so this entry is not used."
            return Problem(shown, line, "C003", finding, f"Add `{key}:`.")
        case "string_pattern_mismatch":
            finding = f'"{error["input"]}" does not have the form of `{_named(location)}`.'
        case "enum" if isinstance(error["input"], str):
            allowed = [word.strip("'") for word in re.split(r", | or ", error["ctx"]["expected"])]
            finding = f'"{error["input"]}" is none of the values of `{key}`.'
            return Problem(shown, line, "C003", finding, nearest(str(error["input"]), allowed))
        case "string_type" if error["input"] is None:
            finding = f"A value under `{key}` is empty."
        case "string_type" | "enum":
            finding = f"The value of `{key}` is a list or mapping where a text is expected."
        case "value_error":
            finding = f"The value of `{key}` cannot be used: {error['msg'].removeprefix('Value error, ')}."
        case kind:
            finding = f"The value of `{_named(location)}` {FORMS.get(kind, 'cannot be used')}."
    expected = form.model_fields[key].description
    remedy = f"Expected: {expected}." if expected else f"Correct `{key}`, or remove it."
    return Problem(shown, line, "C003", finding, remedy)
