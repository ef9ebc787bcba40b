"""What a new archive is to be called, its language and its address: from options, else asked, else supposed.

Comes in: the options, and a person at a terminal or none. Goes out: an `Answers`. Nothing is read from disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from ...stages.compose.escape import presentable
from ...words.languages import COMPLETE, languages

T = TypeVar("T")
Ask = Callable[[str], str]  # prints a question, returns the line that was typed


@dataclass(frozen=True, slots=True)
class Answers:
    """`language` is one of `languages()`; `address` ends with a slash, and is empty while there is none."""

    title: str
    language: str
    address: str


def usable_title(text: str) -> str:
    """The title in one line. Raises ValueError for an empty one."""
    title = presentable(text).strip()
    if not title:
        raise ValueError("A title needs at least one character.")
    return title


def usable_language(text: str) -> str:
    """The code of a language of the interface. Raises ValueError for any other."""
    code = text.strip().lower()
    if code not in languages():
        raise ValueError(f"The interface speaks {', '.join(languages())}; {text!r} is none of them.")
    return code


def usable_address(text: str) -> str:
    """`usable_address("https://a.example/b") == "https://a.example/b/"`; an empty one stays empty.

    Raises ValueError for what is no address of a website.
    """
    address = text.strip()
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # as of "https://[a"
        fine = False
    if not fine or parts.query or parts.fragment or not presentable(address) == address or " " in address:
        raise ValueError(f"{text!r} is no address of a website, such as https://example.org/archive/.")
    return address.rstrip("/") + "/"


def title_of(folder: str) -> str:
    """The title that the name of a folder suggests: `title_of("my-archive") == "My archive"`."""
    words = presentable(folder.replace("-", " ").replace("_", " ")).strip()
    return words[:1].upper() + words[1:] or "Archive"


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the system, if the interface speaks it: `language_of({"LANG": "de_AT"}) == "de"`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            code = environment[name].replace("-", "_").partition(".")[0].partition("_")[0].lower()
            return code if code in languages() else COMPLETE
    return COMPLETE


def answer(ask: Ask | None, question: str, usable: Callable[[str], T], given: str | None, default: str) -> T:
    """The value that was given, else what a person answers, else the default.

    Raises ValueError if what was given cannot be used; a person is asked again.
    """
    if given is not None:
        return usable(given)
    while ask:
        try:
            return usable(ask(f"{question}{f' [{default}]' if default else ''}: ").strip() or default)
        except ValueError as error:
            question = f"{error} {question}" if not question.startswith(str(error)) else question
    return usable(default)
