"""`inspect --explain`: a saved article in a terminal, each line with its kind and rule, in colour.

Comes in: what the stages understood of one article. Goes out: renderables for a `rich` console.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ..model import Kind

# A saved text may hold codes that would command the terminal; they are shown as pictures instead.
VISIBLE = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {
    0x7F: 0x2421,
    0x9B: 0xFFFD,
}


def explain(result: dict[str, Any]) -> Iterator[RenderableType]:
    """Renderables for the JSON object that `inspect` prints for an article."""
    checksum = f"  sha256 {result['sha256'][:12]}…" if "sha256" in result else ""
    yield Text(result["seed"] + checksum, style="bold")
    if result["segments"]:
        yield _segments(result)
        yield _facts(result)
    for problem in result["problems"]:
        yield Text(problem, style="bold red")
    yield Text("")


def _segments(result: dict[str, Any]) -> Table:
    table = Table(box=None, padding=(0, 1), show_header=False)
    table.add_column("line", justify="right", style="dim", no_wrap=True)
    table.add_column("kind", no_wrap=True)
    table.add_column("rule", style="italic dim", no_wrap=True)
    table.add_column("text", ratio=1, overflow="fold")
    for segment in result["segments"]:
        kind = Kind(segment["kind"])
        if kind is Kind.BLANK:
            continue
        first, last = segment["lines"]
        table.add_row(
            str(first) if first == last else f"{first}–{last}",
            Text(kind.value, style=kind.style),
            segment["rule"],
            Text(segment["text"].translate(VISIBLE), style=kind.style),
        )
    return table


def _facts(result: dict[str, Any]) -> Table:
    table = Table(box=None, padding=(0, 1), show_header=False, title="What is known", title_justify="left")
    table.add_column("field", style="bold", no_wrap=True)
    table.add_column("value", ratio=1, overflow="fold")
    table.add_column("evidence", style="italic dim", overflow="fold")
    for field, proofs in result["evidence"].items():
        single = not isinstance(proofs, list)
        values = [result.get(field)] if single else result[field]
        for value, proof in zip(values, [proofs] if single else proofs, strict=True):
            table.add_row(field, Text(str(value).translate(VISIBLE)), _proof(proof))
    unknown = [f for f in ("title", "outlet", "date", "authors", "lang") if f not in result["evidence"]]
    if unknown:
        table.add_row("unknown", Text(", ".join(unknown), style="yellow"), "")
    for person in result["people"]:
        known = "verified" if person["verified"] else "unverified"
        table.add_row(
            "person", Text(person["name"]), f"{known}, {person['mentions']} × mentioned · {person['id']}"
        )
    return table


def _proof(proof: dict[str, Any]) -> str:
    lines = proof["lines"]
    where = "" if not lines else f" · line {lines[0]}" + (f"–{lines[1]}" if lines[1] != lines[0] else "")
    because = f" · {proof['because']}" if proof.get("because") else ""
    chance = f" ({proof['chance']:.0%})" if "chance" in proof else ""
    return f"{proof['certainty']}{chance}, {proof['rule']}{where}{because}"
