"""The words of the interface, one YAML file per language beside this module, and a page about the archive.

Comes in: a language (BCP 47) and keys. Goes out: strings, with the plural form and the way of writing
numbers that the language has. English is complete; a language that lacks a string shows the English one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError
from babel.numbers import format_decimal

from ..yaml_text import plain_yaml

HERE = Path(__file__).parent
COMPLETE = "en"

Forms = dict[str, str]  # plural category of CLDR ("one", "few", "other" …) → wording


class LanguageError(Exception):
    """A language file that is not what its loader promises; a fault of the program, not of a user's data."""


@dataclass(frozen=True)
class Interface:
    """The words of one language: `interface("de")("articles", n=2) == "2 Artikel"`."""

    locale: Locale
    strings: dict[str, str | Forms]
    fallback: dict[str, str | Forms]

    @property
    def language(self) -> str:
        """The language as HTML names it: `"de"`."""
        return str(self.locale.language)

    def number(self, n: int) -> str:
        """A number as the language writes it: `interface("de").number(10000) == "10.000"`."""
        return _decimal(n, self.locale)

    def __call__(self, key: str, n: int | None = None, **values: object) -> str:
        """The wording of `key` with `{name}` filled in; `n` chooses the plural form and fills `{n}`.

        Raises KeyError for a key that no language file has.
        """
        own = key in self.strings
        wording = self.strings[key] if own else self.fallback[key]
        if isinstance(wording, dict):
            locale = self.locale if own else Locale(COMPLETE)
            wording = wording.get(locale.plural_form(n or 0), wording["other"])
        if n is not None:
            values["n"] = self.number(n)
        return wording.format(**values) if values else wording

    def knows(self, key: str) -> bool:
        """Whether there is a wording for this key."""
        return key in self.strings or key in self.fallback


@lru_cache(1 << 12)
def _decimal(n: int, locale: Locale) -> str:
    return str(format_decimal(n, locale=locale))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file of words: `("de", "en", "fr")`."""
    return tuple(sorted(path.stem for path in HERE.glob("*.yml")))


@cache
def interface(language: str) -> Interface:
    """The interface in `language`; in English where there is no file for it."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        locale = Locale(COMPLETE)
    if not _file(locale.language).is_file():
        locale = Locale(COMPLETE)
    return Interface(locale, _read(locale.language), _read(COMPLETE))


def about_page(language: str) -> str:
    """The page that explains an archive to its readers, as Markdown; in English where there is no other."""
    file = HERE / f"about.{language}.md"
    return (file if file.is_file() else HERE / f"about.{COMPLETE}.md").read_text(encoding="utf-8")


def _file(language: str) -> Path:
    return HERE / f"{language}.yml"


@cache
def _read(language: str) -> dict[str, str | Forms]:
    content = plain_yaml(_file(language).read_text(encoding="utf-8"))
    for key, wording in content.items():
        forms = wording if isinstance(wording, dict) else {"other": wording}
        if "other" not in forms or not all(isinstance(form, str) for form in forms.values()):
            finding = f"languages/{language}.yml: {key}: expected a string, or plural forms with other"
            raise LanguageError(finding)
    return dict(content)
