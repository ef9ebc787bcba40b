"""The forms of exports in the order in which they are tried, and what a text of no known form is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model import Element, Kind, Segment, Span
from .apa import apa
from .europresse import europresse
from .factiva import factiva
from .genios import genios
from .nexis import classic
from .nexis_modern import modern
from .part import Division, Line, Part, lines_of
from .proquest import proquest
from .unknown import begins

# The surer a form's signs, the earlier it is tried.
FORMS: tuple[tuple[str, Callable[[str, Sequence[Line], Sequence[Element]], Division | None]], ...] = (
    ("proquest", lambda text, lines, _: proquest(text, lines)),
    ("factiva", factiva),
    ("nexis-classic", lambda text, lines, _: classic(text, lines)),
    ("nexis-modern", lambda text, lines, _: modern(text, lines)),
    ("genios", lambda text, lines, _: genios(text, lines)),
    ("apa", apa),
    ("europresse", europresse),
)


def divide(text: str, elements: Sequence[Element] = ()) -> Division | None:
    """How the text is divided; None where it shows no sign of an export or of several articles."""
    lines = lines_of(text)
    for _, form in FORMS:
        division = form(text, lines, elements)
        if division is not None:
            return division
    if elements:
        return None  # what repeats on a web page are its boxes
    places = begins(text, lines)
    if not places:
        return None
    # One article stays, the first; nothing of the others may become a fact of it.
    others = Segment(Kind.BOILERPLATE, Span(places[1], len(text.rstrip())), "another-article")
    return Division("unknown", (Part(Span(0, len(text)), layout=(others,)),), begins=places)
