"""Promise: the interface speaks the site's language, with its plurals and numbers, and English otherwise."""

from __future__ import annotations

import re

import yaml

from annotated_archive.words.languages import HERE, interface

from .compose_samples import article, pages


def test_the_interface_speaks_the_sites_language_and_english_otherwise() -> None:
    assert "1 Artikel aus 1 Medium" in pages(article("2021/a"))["_figures.md"]
    assert "1 article from 1 outlet" in pages(article("2021/a"), language="en")["_figures.md"]
    assert interface("xx")("articles", n=2) == "2 articles"
    assert interface("de")("articles", n=10000) == "10.000 Artikel"


def test_every_language_has_the_same_strings_and_placeholders() -> None:
    english = yaml.safe_load((HERE / "en.yml").read_text("utf-8"))
    for file in HERE.glob("*.yml"):
        other = yaml.safe_load(file.read_text("utf-8"))
        assert set(other) <= set(english)
        for key, wording in other.items():
            assert placeholders(wording) == placeholders(english[key]), (file.name, key)


def placeholders(wording: str | dict[str, str]) -> set[str]:
    forms = wording.values() if isinstance(wording, dict) else [wording]
    return {name for form in forms for name in re.findall(r"{(\w+)}", form)}
