"""What a rule of the archive does, in a reader's language: `lexicon/rules/*.yml`."""

from __future__ import annotations

from functools import cache

from ...words import lexicon


@cache
def _explanations() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path in sorted((lexicon.HERE / "rules").glob("*.yml")):
        found |= lexicon.load(f"rules/{path.stem}") or {}
    return found


def explanation(rule: str, language: str) -> str | None:
    """The line that explains a rule, in English where the language has none; None for an unknown rule."""
    wordings = _explanations().get(rule, {})
    return wordings.get(language) or wordings.get("en")
