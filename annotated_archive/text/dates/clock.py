"""The time of day printed beside a date, in ISO 8601 with the zone if the text gives one."""

from __future__ import annotations

import re
from functools import cache

from ...words import lexicon

_CLOCK = r"(?P<hour>\d{1,2})(?:(?P<mark>[:.h])(?P<minute>\d\d)(?!\d|\.\d)(?::(?P<second>\d\d))?(?:\.\d+)?)?"
_WORDS = {part: "|".join(words) for part, words in lexicon.load("dates")["clock"].items()}
_UNIT = rf"(?P<unit>{_WORDS['unit']}|[ap]\.?m\b\.?|[AP]M\b)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    zones = "|".join(lexicon.load("dates")["zones"])
    zone = rf"(?:\s?\(?(?P<zone>(?:{zones})\b|Z\b|[+-]\d\d:\d\d)\)?)?"
    after = re.compile(
        rf"T?[\s,|•·–—/-]*(?P<word>{_WORDS['before']})?\s*{_CLOCK}(?::?\s?{_UNIT})?{zone}",
    )
    before = re.compile(rf"{_CLOCK}\s?{_UNIT}?{zone}[\s,|•·–—/-]*(?:(?:{_WORDS['after']})\s+)?$")
    return after, before


def beside(text: str, start: int, end: int) -> tuple[str | None, int, int]:
    """The time directly after or before the date at `start` to `end`, and the date's bounds with it."""
    after, before = _patterns()
    match = after.match(text, end)
    if match and (time := _iso(match)):
        return time, start, match.end()
    match = before.search(text, max(0, start - 24), start)
    if match and (match.start() == 0 or not text[match.start() - 1].isdigit()) and (time := _iso(match)):
        return time, match.start(), end
    return None, start, end


def _iso(match: re.Match[str]) -> str | None:
    """ISO 8601, or None where the digits are no time: 16.09.2015, 8 is none, 16.09.2015, 8 Uhr is one."""
    groups = match.groupdict()
    hour, minute, unit = int(match["hour"]), match["minute"], match["unit"] or ""
    if minute is None and not unit:
        return None
    if match["mark"] == "." and not (unit or groups.get("word") or groups.get("zone") or _ends(match)):
        return None
    if unit[:1] in ("p", "P") and hour < 12:
        hour += 12
    elif unit[:1] in ("a", "A") and hour == 12:
        hour = 0
    if hour > 23 or int(minute or 0) > 59:
        return None
    seconds = f":{match['second']}" if match["second"] else ""
    zone = groups.get("zone")
    offset = "" if not zone else "+00:00" if zone == "Z" else lexicon.load("dates")["zones"].get(zone, zone)
    return f"{hour:02}:{minute or '00'}{seconds}{offset}"


def _ends(match: re.Match[str]) -> bool:
    """Whether a dotted time ends its line with two digits for the hour, as in 22.11.2024 07.57."""
    return len(match["hour"]) == 2 and not match.string[match.end() :].split("\n")[0].strip()
