"""A mark: what a block says it is, or was read as. The value that all passes speak in."""

from __future__ import annotations

from dataclasses import dataclass

from ...kinds import Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """What a block is, and the rule that read it so."""

    kind: Kind
    rule: str
