"""Where an article's page is on the web, and which article an address means."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote, urlsplit

from ...model import Article

FOLDER = "archive"  # below the site's address, as below `docs/`


def page_address(article: Article, site_url: str | None) -> str | None:
    """The address of an article's page: `https://site.example/archive/2015/title/`; None without a site."""
    if not site_url:
        return None
    return f"{site_url.rstrip('/')}/{FOLDER}/{quote(article.address.path)}/"


def same_address(address: str) -> str:
    """An address for comparing: scheme, `www.`, query, fragment and file name of the page do not count."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.netloc or "").lower().removeprefix("www.")
    except ValueError:  # a bracket that is no IPv6 address
        return address
    path = unquote(parts.path).rstrip("/").removesuffix("/index.html").removesuffix(".html")
    return f"{host}{path}"


def articles_by_address(articles: Iterable[Article], site_url: str | None) -> dict[str, Article]:
    """Articles by the address of their page, as `same_address` spells it. Empty without a site."""
    found: dict[str, Article] = {}
    for article in articles:
        address = page_address(article, site_url)
        if address:
            found[same_address(address)] = article
    return found
