"""Settings that the program's pages need, and settings that are against what it promises.

Comes in: the settings of `mkdocs.yml`. Goes out: problems. The disk is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...problems import Problem
from ...words.languages import languages
from .former import PACKAGE, SNIPPETS, current_name, listed, named
from .settings import Setting

# Extension → what pages lack without it.
NEEDED = {
    PACKAGE: "The pages of docs/ show no citations",
    "attr_list": "Paragraphs cannot be linked to",
    SNIPPETS: "The start page does not show the newest articles",
}
# The search of MkDocs and its settings in Material, which earlier versions of the program used.
SEARCHES = ("search", "material/search")
SEARCH_FEATURES = "search."
# Settings of Material and MkDocs that may name an address.
ASSETS = (("theme", "logo"), ("theme", "favicon"), ("extra_css",), ("extra_javascript",))
INSTANT = "navigation.instant"
BOOLEAN = "tag:yaml.org,2002:bool"
NO = ("false", "no", "off")


def theme_fits(settings: Setting) -> Iterator[Problem]:
    """The theme that the program's own stands on, and its language."""
    theme = settings.get("theme")
    if theme is None or _name_of(theme).text != "material":
        at = _name_of(theme) if theme else settings
        finding = 'The program\'s pages are made for the theme "material".'
        yield _problem(at, "M003", finding, "Write `theme:` and, below it, `name: material`.")
        return
    language = theme.get("language")
    if language and language.text not in languages():
        finding = f'The program has no words in "{language.text}"; its own are shown in English.'
        known = ", ".join(languages())
        yield _problem(
            language, "M007", finding, f"Choose one of {known}, or add the language to the program."
        )
    for feature in listed(theme.get("features")):
        if feature.text == INSTANT or feature.text.startswith(f"{INSTANT}."):
            finding = (
                f'"{feature.text}" shows pages without the scripts by which readers cite and copy passages.'
            )
            yield _problem(feature, "M007", finding, "Delete the line.")


def extensions_are_there(settings: Setting) -> Iterator[Problem]:
    """The Markdown extensions; one under its former name counts, since that is said elsewhere."""
    extensions = settings.get("markdown_extensions")
    names = {current_name(name) for name, _ in named(extensions)}
    for name, loss in NEEDED.items():
        if name not in names:
            finding = f"{loss}: `markdown_extensions` lacks {name}."
            remedy = f"Add `- {name}` below `markdown_extensions:`."
            yield _problem(extensions or settings, "M003", finding, remedy)


def search_is_ours(settings: Setting) -> Iterator[Problem]:
    """The search comes with the hook; that of MkDocs is there unless a list of plugins lacks it."""
    plugins = settings.get("plugins")
    if plugins is None:
        finding = "Without `plugins:` MkDocs makes an index for a search that no page has."
        yield _problem(settings, "M011", finding, "Write `plugins: []`; the archive's own search needs none.")
    for name, setting in named(plugins):
        if name in SEARCHES:
            finding = f'"{name}" makes an index for a search that no page has: the archive has its own.'
            remedy = "Delete it; where no other plugin is left, write `plugins: []`."
            yield _problem(setting, "M011", finding, remedy)
    for feature in listed(settings.get("theme", "features")):
        if feature.text.startswith(SEARCH_FEATURES):
            finding = f'"{feature.text}" is about a search that no page has: the archive has its own.'
            yield _problem(feature, "M011", finding, "Delete the line.")


def nothing_is_fetched(settings: Setting) -> Iterator[Problem]:
    """No reader's browser is sent elsewhere for fonts, scripts, style sheets or statistics."""
    theme = settings.get("theme")
    if theme and _name_of(theme).text == "material":
        font = theme.get("font")
        if font is None or font.tag != BOOLEAN or font.text.lower() not in NO:
            finding = "Readers' browsers would load fonts from Google."
            yield _problem(font or theme, "M004", finding, "Write `font: false` below `theme:`.")
    for path in ASSETS:
        for asset in listed(settings.get(*path)):
            where = asset.get("path") or asset
            if where.text.lower().startswith(("http:", "https:", "//")):
                finding = f"Readers' browsers would load {where.text} from elsewhere."
                yield _problem(where, "M004", finding, "Put a copy into docs/, and name that.")
    analytics = settings.get("extra", "analytics")
    if analytics and analytics.value:
        finding = "Readers' visits would be reported to a service elsewhere."
        yield _problem(analytics, "M004", finding, "Delete `analytics:` and what is below it.")


def _name_of(theme: Setting) -> Setting:
    """`theme: material`, or `theme: {name: material}`; else the theme, which names nothing."""
    return theme.get("name") or theme


def _problem(setting: Setting, code: str, finding: str, remedy: str) -> Problem:
    return Problem(setting.file, setting.line, code, finding, remedy)
