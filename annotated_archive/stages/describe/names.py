"""Is this printed text the name of an author, of a department or of an agency?

Comes in: a few words of a byline. Goes out: the name as it should read, or None.
"""

from __future__ import annotations

import re
from functools import cache

from ...words import lexicon
from ...words.lexicon import given_names, plain

MOST_WORDS = 5
LONGEST_ABBREVIATION = 3  # characters with the full stop: "Jr."
# More than three names written in full are a person and a firm, or two people.
MOST_FULL_WORDS = 3
# An author's code is the editor's sign behind an agency's: "sun/AFP", "dpa/tan".
_CODE = re.compile(r"[a-zäöü]{2,5}")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_MARK = re.compile(r"[^\W_][\w.&-]*")  # a word of an outlet's name: "BR24", "beispiel.example"
_ADJECTIVE = re.compile(r"(?:isch|lich)e[rs]?$")
_GLUED = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(lexicon.sections("bylines")[section])


@cache
def _functions() -> frozenset[str]:
    return frozenset(word.casefold() for word in _words("functions"))


@cache
def _media() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _words("media") - {"©"})))
    return re.compile(rf"©|\b(?:{words})\b", re.IGNORECASE)


@cache
def _agencies() -> dict[str, str]:
    forms = lexicon.load("agencies")["agencies"]
    return {form.casefold(): name for name, printed in forms.items() for form in (name, *printed)}


@cache
def _agency_words(section: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon.load("agencies")[section].split())


def agency(printed: str) -> str | None:
    """The preferred name of an agency: `agency("REUTERS") == "Reuters"`."""
    return _agencies().get(printed.strip(" .()").casefold())


def is_credit(printed: str) -> bool:
    """Whether this is a person, a person's function, an agency or the author's outlet (`Beispiel News`)."""
    words = printed.split()
    if len(words) > 1 and words[-1] in _words("media_nouns"):
        return True
    return bool(agency(printed) or person(printed) or printed.split(" ")[0].casefold() in _functions())


def split_agency(printed: str) -> tuple[str, str | None]:
    """A name and the agency behind it: `split_agency("Jane Sample Associated Press")`."""
    words = printed.split()
    for start in range(max(1, len(words) - 2), len(words)):
        if (name := agency(" ".join(words[start:]))) is not None:
            return " ".join(words[:start]), name
    return printed, None


def is_service(printed: str) -> bool:
    """Whether this is an agency's desk or the word for agencies: no name and no code."""
    word = printed.strip(" .()").casefold()
    return word in _agency_words("services") or word in _agency_words("unnamed")


def is_code(printed: str) -> bool:
    """Whether this has the form of an author's code: two to five small letters."""
    return _CODE.fullmatch(printed) is not None and not is_service(printed)


def has_first_name(name: str) -> bool:
    """Whether the name begins with a known first name: "Erika Muster", "Hans-Peter Muster"."""
    first = next((word for word in name.split() if word not in _words("titles")), "")
    return bool(first) and all(plain(part) in given_names() for part in first.split("-"))


def without_title(name: str) -> str:
    """A person's name alone: `without_title("Dr. Erika Muster") == "Erika Muster"`."""
    return " ".join(word for word in name.split() if word not in _words("titles"))


def department(printed: str) -> str | None:
    """The name of an editorial department that signs: "Redaktion Beispielblatt"."""
    words = printed.split()
    if any(word.casefold() in _words("nobody") for word in words[:2]):
        return None  # "Von unserer Redaktion" names nobody
    if 1 < len(words) <= MOST_WORDS and any(word in _words("departments") for word in words):
        if not all(_MARK.fullmatch(word) for word in words):
            return None
        return " ".join(dict.fromkeys(words))
    return None


def person(printed: str) -> str | None:
    """The name of a person, or None: `person("Erika Muster Redakteurin")` is `"Erika Muster"`.

    A name has two to five words, each with a capital, besides particles such as "von". An academic title
    before it stays, as printed.
    """
    words = _without_function(_behind_function([part for word in printed.split() for part in _unglued(word)]))
    if words and (words[0] in _words("articles") or words[0].title() in _words("articles")):
        return None  # `Le Figaro`, `The Outlet`
    titles = [word for i, word in enumerate(words) if set(words[: i + 1]) <= _words("titles")]
    words = words[len(titles) :]
    if words and len(words[-1]) > LONGEST_ABBREVIATION:
        words[-1] = words[-1].rstrip(".")  # a byline can be a sentence
    if not 2 <= len(words) <= MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return None
    big = [word for word in words if word[0].isupper()]
    full = [word for word in big if len(word) > 2]
    if len(big) < 2 or not 1 <= len(full) <= MOST_FULL_WORDS or not (words[0][0] + words[-1][0]).isupper():
        return None
    if any(word not in _words("particles") for word in words if not word[0].isupper()):
        return None
    if any(word in _words("not_names") for word in words):
        return None
    return " ".join([*titles, _cased(" ".join(words))])


def _behind_function(words: list[str]) -> list[str]:
    """The words behind a function: `Muster-Redakteurin Erika Muster`, `Korrespondent Max Muster`."""
    start = 0
    while start < len(words) and words[start].rpartition("-")[2].casefold() in _functions():
        start += 1
    return words[start:]


def _without_function(words: list[str]) -> list[str]:
    """The words before a function and its adjective: `Erika Muster Politische Korrespondentin`."""
    for i, word in enumerate(words):
        if word.strip(",.").casefold() in _functions():
            adjective = i > 2 and _ADJECTIVE.search(words[i - 1]) is not None
            return words[: i - 1 if adjective else i]
        if word in _words("media_nouns") and i >= 3:
            return words[: i - 1]  # `Erika Muster Beispiel News`
        if word in _words("not_names") and i >= 2:
            return words[:i]
    return words


def before_media(line: str) -> str:
    """The line up to where it speaks of a photograph and its maker."""
    match = _media().search(line)
    return line[: match.start()] if match else line


_PARTICLES = rf"(?:(?:{lexicon.alternatives('bylines', 'particles')})\s+)*"
_NAME = r"[^\W\d_][\w’'.-]*"
_INVERTED = re.compile(
    rf"(?P<last>{_PARTICLES}{_NAME}(?:[ -]{_NAME})?),\s+(?P<first>{_NAME}(?:\s+{_NAME}){{0,2}})"
)


def inverted(printed: str, certain: bool) -> str | None:
    """A name printed last name first: `inverted("Muster, Erika", True) == "Erika Muster"`.

    With `certain`, the first name must be a known one.
    """
    match = _INVERTED.fullmatch(printed)
    if match is None or agency(match["last"]) or agency(match["first"]):
        return None
    last, first = _cased(match["last"]), _cased(match["first"])
    if " " in last and has_first_name(last):
        return None  # two people: "Erika Muster, Max"
    if has_first_name(first):
        return person(f"{first} {last}")
    if certain or " " in last or match["first"].isupper() or len(first.split()) > 2:
        return None
    return person(f"{first} {last}")


def is_single(printed: str) -> bool:
    """Whether this is one word that can be a name: a blog's author signs "Erika" or "Federfuchs"."""
    return (
        _WORD.fullmatch(printed) is not None
        and printed[0].isupper()
        and len(printed) > 2
        and printed not in _words("not_names")
    )


def _unglued(word: str) -> list[str]:
    """A name and the function glued to it: "MusterRedakteurin" is two words, "McMuster" one."""
    for match in _GLUED.finditer(word):
        if word[match.start() :].casefold() in _functions():
            return [word[: match.start()], word[match.start() :]]
    return [word]


def _cased(name: str) -> str:
    """A byline set in capitals as it would be written."""
    return name.title() if name.isupper() else name
