"""An article → what its page offers for citing it."""

from __future__ import annotations

from collections.abc import Mapping

from ...export_values import CiteThis
from ...model import Article, Outlet
from ...words.languages import interface, languages
from .addresses import page_address
from .bibliography import bibliography
from .csl import Item, csl_item
from .head import head_metadata
from .references import STYLES, reference

# What every page offers beside the site's own language: it is read all over the world.
EVERYWHERE = "en"


def cite_this(
    article: Article, outlets: Mapping[str, Outlet], site_url: str | None, language: str = EVERYWHERE
) -> CiteThis:
    """References in all styles of `STYLES`, files named after the citation key, and the head's elements.

    The references are in the site's `language`, in English, and in the article's own if it has an interface.
    """
    item = csl_item(article, outlets, site_url)
    address = page_address(article, site_url)
    return CiteThis(
        address,
        tuple((spoken, _references(item, spoken)) for spoken in _languages(article, language)),
        bibliography([item], article.address.citekey),
        head_metadata(article, outlets, address),
    )


def _languages(article: Article, language: str) -> list[str]:
    own = article.description.lang
    wanted = (interface(language).language, EVERYWHERE, own.value.partition("-")[0] if own else EVERYWHERE)
    return [spoken for spoken in dict.fromkeys(wanted) if spoken in languages()]


def _references(item: Item, language: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, reference(item, style, language).html) for style, name in STYLES.items())
