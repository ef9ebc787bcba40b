"""Several claims of rights on one page, or one that a rule concluded → the claims to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Article, Certainty, Kind, Span
from ...questions import Choice, Question
from ...words import lexicon
from .known import LONGEST, Known, field_edits, line_reason, one_line, typed_field

MOST = 4  # claims to choose from
LONGEST_CLAIM = 200  # characters; a longer one is a paragraph of terms
_CLAIM = re.compile(
    rf".*(?:©|\(c\)\s|{lexicon.alternatives('statements', 'copyright')})\W*\w.*(?:19|20)\d\d"
    rf"|.*(?:©|\(c\)\s)\W*(?:19|20)\d\d|.*\b(?:{lexicon.alternatives('statements', 'rights')})\b",
    re.IGNORECASE | re.DOTALL,
)
# Who owns a picture owns no text.
_OF_PICTURES = frozenset({Kind.CAPTION, Kind.CREDIT, Kind.COMMENT, Kind.BLANK})


def rights(article: Article, known: Known) -> Iterator[Question]:
    """A question where more than one line claims the rights, or where they are inferred."""
    found, saved = article.description.rights, article.saved
    if found is not None and found.certainty is Certainty.CURATED:
        return
    claims: dict[str, Span] = {}
    for segment in article.segments:
        if segment.kind in _OF_PICTURES or segment.kind.readable:
            continue
        for match in re.finditer(r"[^\n]+", segment.span.of(saved.text)):
            words = one_line(match[0])
            if len(words) <= LONGEST_CLAIM and _CLAIM.match(words):
                start = segment.span.start
                claims.setdefault(words, Span(start + match.start(), start + match.end()))
    inferred = found is not None and found.certainty is Certainty.INFERRED
    if len(claims) < 2 and not inferred:
        return
    choices: list[Choice] = []
    if found is not None:
        span = found.span
        reason = (
            line_reason(known, article, span)
            if span
            else known.reasons("ask.because.confirmed", rule=found.rule)
        )
        edits = field_edits(article, "rights", found.value, reason)
        lines = saved.lines_of(span) if span else None
        choices.append(Choice(one_line(found.value, LONGEST), edits, lines, None, True))
    for words, span in claims.items():
        if (found is None or words != one_line(found.value)) and len(choices) < MOST:
            edits = field_edits(article, "rights", words, line_reason(known, article, span))
            choices.append(Choice(one_line(words, LONGEST), edits, saved.lines_of(span)))
    choices.append(
        Choice(known.words("ask.typed.rights"), typed_field(known, article, "rights"), typed="rights")
    )
    line = choices[0].lines[0] if choices[0].lines else None
    rule = found.rule if found else ""
    finding = known.words("ask.rights.several")
    yield Question("rights", "rights", saved.key, saved.file, line, finding, tuple(choices), rule)
