"""Labels: the fixed words by which a page names its own furniture, looked up in `lexicon/page_furniture.yml`.

The name of a section is the rule that its labels stand for. An ellipsis in a label stands for any text, a
`#` for a number: `Teilen` is a whole line, `Lesen Sie auch …` begins one, `… hat gesagt` ends one,
`… Newsletter abonnieren …` stands anywhere in one. A colon before the last ellipsis counts, so that
`Related: …` is no sentence on related work. Other signs do not.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ...words.lexicon import sections
from .block import TOKEN, Block, fold_letters

Words = tuple[str, ...]
ELLIPSIS = "…"
BRACKETS = "([*-–— "  # before a label: `[Read: …]`


class Labels:
    """The labels of some word list, indexed by their words so that a look-up costs little on long pages."""

    def __init__(self, entries: dict[str, tuple[str, ...]]) -> None:
        self.whole: dict[Words, str] = {}
        self.first: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        self.inside: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        self.before_colon: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.last: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        for rule, labels in entries.items():
            for label in labels:
                self._add(rule, label)

    def _add(self, rule: str, label: str) -> None:
        spelt = fold_letters(label.strip(ELLIPSIS + " "))
        words = tuple("#" if part == "#" else part for part in TOKEN.findall(spelt.replace("#", " 0 ")))
        words = tuple("#" if word == "0" else word for word in words)
        opens, ends = label.startswith(ELLIPSIS), label.endswith(ELLIPSIS)
        if ends and not opens and spelt.endswith(":"):
            self.before_colon[words[0]].append((spelt, rule))
        elif not opens and not ends:
            self.whole[words] = rule
        elif opens and not ends:
            self.last[words[-1]].append((words, rule))
        else:
            self.first[words[0]].append((words, rule))
            if opens:
                self.inside[words[0]].append((words, rule))

    def rule(self, block: Block) -> str | None:
        """The rule of the first label that fits a block, or None."""
        tokens = block.tokens
        if not tokens:
            return None
        if (found := self.whole.get(tokens)) is not None:
            return found
        for words, rule in self.last.get(tokens[-1], ()):
            if tokens[-len(words) :] == words:
                return rule
        for spelt, rule in self.before_colon.get(tokens[0], ()):
            if block.folded.lstrip(BRACKETS).startswith(spelt):
                return rule
        for words, rule in self.first.get(tokens[0], ()):
            if tokens[: len(words)] == words:
                return rule
        if self.inside.keys().isdisjoint(tokens):
            return None
        for at, token in enumerate(tokens):
            for words, rule in self.inside.get(token, ()):
                if tokens[at : at + len(words)] == words:
                    return rule
        return None


@cache
def page_furniture() -> Labels:
    """The labels of everything on a page that is not its article."""
    return Labels(sections("page_furniture"))


@cache
def picture_agencies() -> Labels:
    """The names of picture agencies, anywhere in a line."""
    names = sections("line_forms")["picture-sources"]
    return Labels({"photo-credit": tuple(f"{ELLIPSIS} {name} {ELLIPSIS}" for name in names)})
