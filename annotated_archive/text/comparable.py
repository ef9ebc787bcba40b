"""A text in comparable form, with the way back to its offsets.

Comes in: any text. Goes out: the same words with one sign for each kind of quotation mark, dash and space, so
that an article and what people quote from it can be compared character by character. Case and wording stay.

What is folded, and why it is no part of a quotation's wording:
- quotation marks: publishers and keyboards choose them; double and single stay apart;
- dashes and ellipses: likewise, with the white space beside them, which differs by house style;
- white space beside quotation marks: French has it, and copying loses it;
- hyphens between letters, with white space after them: nobody can tell whether a hyphen at a line's end
  belongs to the word, and this form need not know ("Ver-\\nhandlung", "US-\\nMinister", "Nord- und");
- soft hyphens and characters without width; combining accents and ligatures against their one-letter forms.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ..model import Span
from .quotation_marks import DOUBLE as DOUBLE_MARKS
from .quotation_marks import LIKE_DOUBLE, LIKE_SINGLE
from .quotation_marks import SINGLE as SINGLE_MARKS

DOUBLE, SINGLE, DASH, ELLIPSIS = '"', "'", "-", "…"
# Enough for the articles that one stage is busy with; a text of 10,000 characters takes about a megabyte.
REMEMBERED = 64

_MARKS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_TOKEN = re.compile(
    rf"""(?P<broken>[\u00ad¬](?=[ \t]*\n))
    |(?P<nothing>[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+)
    |(?P<plain>[A-Za-z0-9À-ÖØ-öø-ÿ]+(?![{_MARKS}]))
    |(?P<space>\s+)
    |(?P<double>[{DOUBLE_MARKS}{LIKE_DOUBLE}]|,,|''|``|‚‚)
    |(?P<single>[{SINGLE_MARKS}{LIKE_SINGLE}])
    |(?P<ellipsis>…|\.{{3,}}|\.(?:\s+\.){{2,}})
    |(?P<dash>[—―⸺⸻]|--+)
    |(?P<hyphen>[-‐‑‒–−﹣－])
    |(?P<other>.[{_MARKS}]*)""",
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {"double": DOUBLE, "single": SINGLE, "ellipsis": ELLIPSIS, "dash": DASH, "hyphen": DASH}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@dataclass(frozen=True, slots=True)
class Comparable:
    """A comparable `text`. Its character i stands for the original's `starts[i]` up to `ends[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original characters that `text[start:end]` stands for; an empty range gives an empty span.

        Their own form is `text[start:end]` again, unless a ligature is cut: it counts as a whole.
        """
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def within(self, span: Span) -> tuple[int, int]:
        """The inverse: the range of `text` that an original span touches, empty if it touches none."""
        start = bisect_right(self.ends, span.start)
        return start, max(start, bisect_left(self.starts, span.end))


@lru_cache(maxsize=REMEMBERED)
def comparable(text: str) -> Comparable:
    """The comparable form: `comparable("„Ver-\\nhandlung“ – gut").text == '"Verhandlung"-gut'`."""
    form = _Form()
    for token in _TOKEN.finditer(text):
        kind, (start, end) = token.lastgroup or "other", token.span()
        if kind == "space":
            form.add_space(start, end)
        elif kind in ("hyphen", "broken") and form.after_letter():
            form.hyphen = (start, end)
        elif kind in _SIGNS:
            form.add_sign(_SIGNS[kind], start, end)
        elif kind not in ("nothing", "broken"):
            form.add_word(token[0], start, end, plain=kind == "plain")
    return form.finish()


class _Form:
    """The form as it grows. A hyphen and a space wait until what follows decides about them."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.hyphen: tuple[int, int] | None = None
        self.space: tuple[int, int] | None = None
        self.after_sign = False

    def after_letter(self) -> bool:
        waiting = self.hyphen or self.space
        return bool(self.characters) and not waiting and self.characters[-1].isalpha()

    def put(self, characters: str, start: int, end: int) -> None:
        self.characters.extend(characters)
        self.starts.extend([start] * len(characters))
        self.ends.extend([end] * len(characters))

    def add_space(self, start: int, end: int) -> None:
        # Characters without width may stand between two spaces, which are one space then.
        self.space = (self.space[0] if self.space else start, end)

    def add_sign(self, sign: str, start: int, end: int) -> None:
        self.settle(keep_space=False)
        self.put(sign, start, end)
        self.after_sign = True

    def add_word(self, characters: str, start: int, end: int, plain: bool) -> None:
        if not plain:
            composed = unicodedata.normalize("NFC", characters)
            characters = "".join(_LIGATURES.get(c, c) for c in composed)
        if self.hyphen and characters[0].isalpha():
            self.hyphen = self.space = None
        self.settle(keep_space=True)
        if plain:
            self.characters.extend(characters)
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
        else:
            self.put(characters, start, end)
        self.after_sign = False

    def settle(self, keep_space: bool) -> None:
        """Write what waits: a hyphen that joins no letters is a dash; a space beside a sign is dropped."""
        if self.hyphen:
            self.put(DASH, *self.hyphen)
        elif self.space and keep_space and not self.after_sign:
            self.put(" ", *self.space)
        self.hyphen = self.space = None

    def finish(self) -> Comparable:
        self.settle(keep_space=True)
        return Comparable("".join(self.characters), tuple(self.starts), tuple(self.ends))
