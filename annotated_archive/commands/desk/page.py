"""The desk as a page of its own: the same content as in the local edition, in a frame without a site."""

from __future__ import annotations

import html

from ...stages.compose import desk_body
from ...words.languages import Interface


def desk_page(words: Interface) -> str:
    """The whole page as HTML, with nothing in it that is not in its own folder."""
    title = html.escape(words("desk"))
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<title>{title}</title>\n<link rel="icon" href="data:,">\n<link rel="stylesheet" href="paper.css">\n'
        f'</head>\n<body class="desk-alone">\n<main>\n<h1>{title}</h1>\n{desk_body(words, served=True)}\n'
        "</main>\n</body>\n</html>\n"
    )
