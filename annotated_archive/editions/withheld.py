"""What a public edition leaves out of a saved text, so that no reader's comment is published. A value.

Comes in: an article. Goes out: the segments without text in a public edition. The rules that find comments
know many forms, but not all. So everything below the article is left out whatever its kind, and with it what
may be a comment between the article's parts. What stands above the article is no comment on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..kinds import BESIDE, READABLE, RUNNING_TEXT
from ..model import Archive, Article, Found, Kind, Segment, Span
from ..words.lexicon import sections

# What stands directly below an article's last paragraph and still belongs to it. A name or a date there may
# head a comment: it belongs to the article if its author or day was taken from there.
BELONGS_BELOW = BESIDE | {Kind.CREDIT}
HEADS = frozenset({Kind.BYLINE, Kind.DATELINE})
KEPT = READABLE | {Kind.BLANK}
# Below these, what is not the article may be a comment, whatever rule has read it.
AMONG_COMMENTS = frozenset({"comment-form", "comment-control"})
COMMENTING = "comment-"  # how the rules of what stands around comments begin
# Removed for what they are, beside the labels of `lexicon/page_furniture.yml`; other removed parts are known
# by their place alone.
SAY_WHAT_THEY_ARE = frozenset({"ornament", "repeated-lead", "pull-quote", "inline-link", "wire-header"})


def withheld(article: Article) -> frozenset[int]:
    """The numbers of the segments whose text a public edition does not show; of blank ones, none.

    Without any running text, that is every segment.
    """
    end = _end(article)
    below = {i for i, s in enumerate(article.segments) if i > end and s.kind is not Kind.BLANK}
    return frozenset(below | {i for i in _doubtful(article) if i <= end})


def withheld_spans(article: Article) -> tuple[Span, ...]:
    """Where the withheld segments stand, in order."""
    return tuple(article.segments[i].span for i in sorted(withheld(article)))


def of_edition(archive: Archive, edition: str) -> Archive:
    """The archive as an edition knows it: a public one has no fact that quotes what may be a comment."""
    if edition == "local":
        return archive
    return replace(archive, articles=tuple(_public(article) for article in archive.articles))


def _public(article: Article) -> Article:
    known = article.description
    nowhere = _end(article) < 0
    unnamed = [segment.span for segment in article.segments if nowhere or _is_unnamed(segment)]

    def quotable(found: Found[str] | None) -> Found[str] | None:
        if found is None or found.span is None:
            return found
        return None if any(_overlap(found.span, span) for span in unnamed) else found

    rights, incomplete, url = quotable(known.rights), quotable(known.incomplete), quotable(known.url)
    return replace(article, description=replace(known, rights=rights, incomplete=incomplete, url=url))


def _end(article: Article) -> int:
    """The number of the article's last segment; -1 without running text."""
    segments = article.segments
    end = max((i for i, s in enumerate(segments) if s.kind in RUNNING_TEXT), default=-1)
    if end < 0:
        return end
    known = article.description
    used = [found.span for found in (known.date, *known.authors) if found and found.span]
    below_furniture = False
    for number in range(end + 1, len(segments)):
        segment = segments[number]
        own = segment.kind in HEADS and any(_overlap(segment.span, span) for span in used)
        if below_furniture and segment.kind not in (Kind.CORRECTION, Kind.BLANK, Kind.BOILERPLATE):
            break
        if own or segment.kind in BELONGS_BELOW:
            end = number
        elif segment.kind is Kind.BOILERPLATE and _is_harmless(segment):
            below_furniture = True
        elif segment.kind is not Kind.BLANK:
            break
    return end


def _is_harmless(segment: Segment) -> bool:
    """The page's own furniture, and none of what stands around comments: a correction may follow below."""
    return not _is_unnamed(segment) and not segment.rule.startswith(COMMENTING)


def _doubtful(article: Article) -> Iterator[int]:
    """The segments from the article's first paragraph on that may be comments, and all that are."""
    text = among = False
    for number, segment in enumerate(article.segments):
        text = text or segment.kind in RUNNING_TEXT
        among = among or segment.kind is Kind.COMMENT or (text and segment.rule in AMONG_COMMENTS)
        below_text = text and segment.kind not in KEPT and (among or _is_unnamed(segment))
        if segment.kind is Kind.COMMENT or below_text:
            yield number


def _is_unnamed(segment: Segment) -> bool:
    named = segment.rule in SAY_WHAT_THEY_ARE or segment.rule in sections("page_furniture")
    return segment.kind is Kind.COMMENT or (segment.kind is Kind.BOILERPLATE and not named)


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
