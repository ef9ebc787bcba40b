"""Marking text whose language is not the page's: browsers hyphenate it and read it aloud as what it is."""

from __future__ import annotations

from ...words.languages import Interface
from .catalogue import Entry
from .escape import Markdown, escape


def foreign(entry: Entry, words: Interface) -> str | None:
    """The article's language (BCP 47) where it is known and not the interface's."""
    language = entry.language
    if not language or language.split("-")[0] == words.language or not language.replace("-", "").isalnum():
        return None
    return language


def in_attribute_list(language: str | None) -> Markdown:
    """What an attribute list says of a foreign text: ` lang=en`; nothing for None."""
    return Markdown(f" lang={language}" if language else "")


def in_tag(language: str | None) -> Markdown:
    """What a tag says of a foreign text: ` lang="en"`; nothing for None."""
    return Markdown(f' lang="{language}"' if language else "")


def marked(text: str, language: str | None) -> Markdown:
    """The text as inline Markdown, with its language where it is foreign."""
    return Markdown(f"<span{in_tag(language)}>{escape(text)}</span>") if language else escape(text)
