"""An EDTF date → a CSL date.

CSL knows days, months, years, seasons, ranges of them and one word for doubt, `circa`. What else EDTF can
say stays as it is written, as a `literal`.
"""

from __future__ import annotations

import re
from typing import Any

from ...text.dates import valid

_POINT = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)")
SPRING, WINTER = 21, 24  # EDTF writes a season where the month stands


def csl_date(edtf: str) -> dict[str, Any]:
    """A CSL date: `csl_date("2016-07~")` is `{"date-parts": [[2016, 7]], "circa": True}`."""
    points = [_point(end) for end in edtf.split("/")] if valid(edtf) else []
    known = [point for point in points if point is not None]
    if not known or len(known) < len(points) or len(known) > 2:
        return {"literal": edtf}
    seasons = [season for _, season, _ in known if season is not None]
    if len(known) == 2 and seasons:
        return {"literal": edtf}
    issued: dict[str, Any] = {"date-parts": [parts for parts, _, _ in known]}
    if seasons:
        issued["season"] = seasons[0]
    if any(doubtful for _, _, doubtful in known):
        issued["circa"] = True
    return issued


def _point(text: str) -> tuple[list[int], int | None, bool] | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, sign = match.groups()
    parts = [int(year)]
    if month is None or month == "XX":
        return parts, None, bool(sign)
    if SPRING <= int(month) <= WINTER:
        return parts, int(month) - SPRING + 1, bool(sign)
    if int(month) > 12:
        return None
    parts.append(int(month))
    if day is not None and day != "XX":
        parts.append(int(day))
    return parts, None, bool(sign)
