"""An item → the same with stand-ins for what it says, and back: most references differ in nothing else.

A style needs milliseconds to arrange an item, and what it arranges are places, whatever stands in them. So
texts become two letters of a script that no article is written in, years and late days become numbers that
nothing else in a reference has, and one arrangement serves all items of its form. The letters have capitals,
as a style may print a name in capitals or shorten it to its initial; from what became of them it is clear.
"""

from __future__ import annotations

import json
import re
from typing import Any

Item = dict[str, Any]

# Deseret: the last script with capitals that is in nobody's use.
_CAPITALS, _SMALL, _LETTERS = 0x10400, 0x10428, 38
_OURS = re.compile("[\U00010400-\U0001044f]")
_STAND_IN = re.compile("([\U00010400-\U00010427])([\U00010400-\U0001044f]?)")
_TEXTS = ("title", "container-title", "URL", "archive_location")
_REPLACED = {"id", "type", "author", "issued", *_TEXTS}
# A style looks at the ends of a text, so that no comma follows a comma.
_SEAM = tuple(",;: ")
_WORD = re.compile(r"[^\W\d_]{2,}")
YEAR, DAY = 8888, 27
# To 12, a number may be a month's; from 13 on, it is a day with two digits.
FIRST_DAY = 13


class Pattern:
    """The arrangement to ask for, as JSON, and what belongs in it."""

    def __init__(self, item: Item) -> None:
        self.texts: list[str] = []
        self.numbers: dict[str, str] = {}
        self.json = json.dumps(item, ensure_ascii=False)
        if set(item) <= _REPLACED and not _OURS.search(self.json):
            self.json = json.dumps(self._replaced(item), ensure_ascii=False)

    def fill(self, arranged: str) -> str:
        """The arrangement with the texts and numbers in their places."""
        if self.numbers:
            arranged = re.sub(r"\d+", lambda match: self.numbers.get(match[0], match[0]), arranged)
        return _STAND_IN.sub(self._text, arranged) if self.texts else arranged

    def _text(self, match: re.Match[str]) -> str:
        text = self.texts[ord(match[1]) - _CAPITALS]
        if not match[2]:
            return text[0]
        return text.upper() if match[2] == match[1] else text

    def _replaced(self, item: Item) -> Item:
        made: Item = {key: self._stand_in(v) if key in _TEXTS else v for key, v in item.items()}
        if "author" in made:
            made["author"] = [self._name(name) for name in made["author"]]
        if "issued" in made:
            others = [value for key, value in made.items() if key != "issued"]
            if not re.search(r"\d", json.dumps(others, ensure_ascii=False)):
                made["issued"] = self._date(made["issued"])
        return made

    def _stand_in(self, text: str) -> str:
        if not text or text.startswith(_SEAM) or text.endswith(_SEAM) or len(self.texts) == _LETTERS:
            return text
        self.texts.append(text)
        at = len(self.texts) - 1
        return chr(_CAPITALS + at) + chr(_SMALL + at)

    def _name(self, name: dict[str, str]) -> dict[str, str]:
        made = {key: self._stand_in(v) if key in ("family", "literal") else v for key, v in name.items()}
        if "given" in made:
            words = made["given"].split(" ")
            # Only a plain word with a capital has an initial that is its first letter for every style.
            plain = (_WORD.fullmatch(word) and word[0].isupper() for word in words)
            made["given"] = " ".join(
                self._stand_in(word) if is_plain else word
                for word, is_plain in zip(words, plain, strict=True)
            )
        return made

    def _date(self, issued: dict[str, Any]) -> dict[str, Any]:
        parts = issued.get("date-parts", [])
        if len(parts) != 1 or not 1000 <= parts[0][0] <= 9999:
            return issued
        year, *rest = parts[0]
        self.numbers[str(YEAR)] = str(year)
        if len(rest) == 2 and rest[1] >= FIRST_DAY:
            self.numbers[str(DAY)] = str(rest[1])
            rest[1] = DAY
        return {**issued, "date-parts": [[YEAR, *rest]]}
