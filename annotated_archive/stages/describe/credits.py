"""Who is credited with a text, as the rules find it: a list that grows, each name once."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model import Certainty, Found, Span


@dataclass
class Credits:
    """Authors and agencies in the order of print. Their number tells a rule whether it found anything."""

    authors: dict[str, Found[str]] = field(default_factory=dict)
    agencies: dict[str, Found[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.authors) + len(self.agencies)

    def author(self, name: str, span: Span, rule: str, certainty: Certainty) -> None:
        """Note an author, once."""
        self.authors.setdefault(name, Found(name, span, rule, certainty))

    def agency(self, name: str, span: Span, rule: str) -> None:
        """Note an agency, once; a rule that finds one read it as printed."""
        self.agencies.setdefault(name, Found(name, span, rule, Certainty.STATED))

    def sort(self) -> None:
        """Put the authors in the order of print."""
        self.authors = dict(
            sorted(self.authors.items(), key=lambda item: item[1].span.start if item[1].span else 0)
        )
