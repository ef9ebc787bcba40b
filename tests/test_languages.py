"""Promise: the interface speaks the site's language, its plurals, numbers and spaces, and else English.

A language is one file here and an entry in each rule's explanation; these tests walk over all that there are.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel import Locale
from citeproc import PRIMARY_DIALECTS

from annotated_archive.model import Archive, Certainty, Found
from annotated_archive.stages.compose import compose
from annotated_archive.stages.export import exports
from annotated_archive.text.dates import display
from annotated_archive.words import languages as module
from annotated_archive.words import lexicon
from annotated_archive.words.languages import HERE, interface, languages
from annotated_archive.words.yaml_text import plain_yaml

from .compose_samples import BOTE, PEOPLE, article, pages
from .project_copy import ROOT

THEME = ROOT / "annotated_archive" / "renderer" / "theme"
SECTIONS = (
    "approximate",
    "uncertain",
    "seasons",
    "decade",
    "since",
    "until",
    "between",
    "unknown_year",
    "to",
)
RULES = [
    (path.stem, rule, explained)
    for path in sorted((lexicon.HERE / "rules").glob("*.yml"))
    for rule, explained in lexicon.load(f"rules/{path.stem}").items()
]


def strings(language: str) -> dict[str, str | dict[str, str]]:
    found: dict[str, str | dict[str, str]] = plain_yaml((HERE / f"{language}.yml").read_text("utf-8"))
    return found


def forms(wording: str | dict[str, str]) -> list[str]:
    return list(wording.values()) if isinstance(wording, dict) else [wording]


def placeholders(wording: str | dict[str, str]) -> set[str]:
    return {name for form in forms(wording) for name in re.findall(r"{(\w+)}", form)}


def test_the_interface_speaks_the_sites_language_and_english_otherwise() -> None:
    assert "1 Artikel aus 1 Medium" in pages(article("2021/a"))["_figures.md"]
    assert "1 article from 1 outlet" in pages(article("2021/a"), language="en")["_figures.md"]
    assert "1 article provenant de 1 média, en 2021" in pages(article("2021/a"), language="fr")["_figures.md"]
    assert interface("xx")("articles", n=2) == "2 articles"
    assert interface("de")("articles", n=10000) == "10.000 Artikel"
    assert interface("fr")("articles", n=10000) == "10\u202f000 articles"
    assert [interface("fr")("articles", n=n) for n in (0, 1, 2)] == ["0 article", "1 article", "2 articles"]


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_strings_and_placeholders(language: str) -> None:
    english, other = strings("en"), strings(language)
    assert set(other) == set(english)
    for key, wording in other.items():
        assert placeholders(wording) == placeholders(english[key]), key
        if isinstance(wording, dict) and isinstance(english[key], dict):
            assert set(wording) <= Locale.parse(language).plural_form.tags | {"other"}, key


@pytest.mark.parametrize(("stage", "rule", "explained"), RULES)
def test_every_rule_is_explained_in_every_language(stage: str, rule: str, explained: dict[str, str]) -> None:
    """Readers see the rule behind each part of a seed, so each has its line in each language."""
    assert set(explained) == set(languages())
    assert all(line.endswith(".") and line[0].isupper() for line in explained.values())


@pytest.mark.parametrize("language", languages())
def test_dates_and_references_are_there_in_every_language(language: str) -> None:
    """CLDR and CSL give names and order; `lexicon/dates.yml` what they lack."""
    for section in SECTIONS:
        assert language in lexicon.load("dates")[section], section
    assert language in PRIMARY_DIALECTS
    assert display("2016-07-15", language) != "2016-07-15"


@pytest.mark.parametrize("language", languages())
def test_what_the_theme_prints_is_there_in_every_language(language: str) -> None:
    """No template of the theme holds words of its own, or asks which language this is."""
    for template in THEME.rglob("*.html"):
        text = template.read_text("utf-8")
        assert not re.search(r"language\s*==", text), template
        for key in re.findall(r"words\(\"([^\"]+)\"", text):
            assert key in strings(language), (template, key)
    assert 'words("not-found")' in (THEME / "404.html").read_text("utf-8")


def french() -> list[tuple[str, str]]:
    """All that readers of French see, with where it stands."""
    found = [(key, form) for key, wording in strings("fr").items() for form in forms(wording)]
    return found + [(f"{stage}: {rule}", explained["fr"]) for stage, rule, explained in RULES]


@pytest.mark.parametrize(("where", "text"), french())
def test_french_is_spaced_as_french(where: str, text: str) -> None:
    """No line may begin with a mark: no space that breaks stands before one."""
    assert not re.search(r" [:;!?»]|« ", text)
    assert not re.search(r"[^\s\u202f][;!?](?!\w)", text)
    assert not re.search(r"[^\s\u00a0]:(?=\s|$)|[^\u00a0]»|«[^\u00a0]", text)
    assert "'" not in text
    assert '"' not in text


@pytest.mark.parametrize(
    ("edtf", "read"),
    [
        ("2016-07-01", "1er juillet 2016"),
        ("2016-07-11", "11 juillet 2016"),
        ("2016-07-01~", "vers le 1er juillet 2016"),
        ("2016-07-01?", "1er juillet 2016 (date incertaine)"),
        ("2016-07~", "vers juillet 2016"),
        ("2016-22", "été 2016"),
        ("2016-22~", "vers l’été 2016"),
        ("201X~", "vers les années 2010"),
        ("../2016-07-01", "jusqu’au 1er juillet 2016"),
        ("../2016-08", "jusqu’en août 2016"),
        ("../2016-22", "jusqu’à l’été 2016"),
        ("2016/..", "dès 2016"),
        ("2016-24/..", "dès l’hiver 2016"),
        ("2016-07-01/2016-07-03", "1er–3 juil. 2016"),
        ("2016-07-01/2017-01-01", "1er juil. 2016 – 1er janv. 2017"),
        ("2016-33", "1er trimestre 2016"),
    ],
)
def test_dates_read_as_in_french(edtf: str, read: str) -> None:
    assert re.sub(r"[\s\u00a0\u2009\u202f]", " ", display(edtf, "fr")) == read


def test_a_new_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a Dutch file beside the others, pages, dates and references are Dutch, and the rest English."""
    for file in HERE.glob("*.yml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "nl.yml").write_text('cite: Dit artikel citeren\ncite.in: "In het {language}"\n', "utf-8")
    remembered = (module.languages, module.interface, module._read)
    monkeypatch.setattr(module, "HERE", tmp_path)
    for function in remembered:
        function.cache_clear()
    try:
        english = Found("en", None, "r", Certainty.STATED)
        archive = Archive((article("2021/a", lang=english),), PEOPLE, {"bote": BOTE})
        made = compose(archive, "local", "nl", exports=exports(archive, None, "nl"))
        page = next(page.markdown for page in made if page.path == "2021/a.md")
    finally:
        for function in remembered:
            function.cache_clear()
    assert "<summary>Dit artikel citeren</summary>" in page
    assert "<summary>In het Engels</summary>" in page
    assert "4 maart 2021" in page
    assert "About this article" in page
