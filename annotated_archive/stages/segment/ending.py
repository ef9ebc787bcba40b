"""The ending: what stands in the run below the article's last sentence.

Comes in: a page with readings of its run. Goes out: other readings below the end. A note about the author or
the agencies' signature ends an article; the few teaser paragraphs that the run took along below it are not
the article's.
"""

from __future__ import annotations

import re
from functools import partial

from ...kinds import RUNNING_TEXT, Kind
from ...text.quotation_marks import OPENING_DOUBLE
from ...words import lexicon
from ...words.lexicon import given_names, plain, sections
from . import forms
from .block import Block
from .layout import Layout, of_article
from .mark import Mark
from .short_lines import PORTRAITS
from .words import alternatives

LONGEST_NOTE = 60  # words
LAST_BLOCKS = 14  # how far up from the run's end a note or signature is looked for
LARGEST_REST = 0.25  # share of the article's words that may stand below its signature
LONGEST_PORTRAIT = 3  # paragraphs below the author's name
FIRST_WORDS = 8  # of the note, among which its verb or its author's role is
LONGEST_HEAD = 8  # words of a portrait's head
_noted = partial(lexicon.alternatives, "author_notes")
ABOUT = re.compile(
    rf"(?:{_noted('about')}) ?"
    rf"(?:(?P<author>(?:{_noted('author_article')}) ?(?:{_noted('author')}))$"
    rf"|(?:{_noted('firm_article')})? ?)"
)
NAMED = re.compile(
    rf"(?:(?:{alternatives('note-titles')})\.\s)*[A-ZÄÖÜ][\w’'-]+\s"
    rf"(?:[A-ZÄÖÜ][\w.’'-]*\s|(?:{alternatives('note-particles')})\s){{1,3}}"
)
QUOTATION_MARKS = tuple(OPENING_DOUBLE)
SIGNATURES = frozenset({"agency-signature", "source-line"})


@of_article
def end_article(page: Layout) -> Layout:
    """The page with what stands below the article's signature or author's note read as not the article's."""
    (first, last), blocks, readings = page.extent, page.blocks, page.readings
    words = sum(b.words for b in blocks[first : last + 1] if readings[b.index].kind in RUNNING_TEXT)
    # An article about several people has their names above its sections.
    names = sum(_is_name_alone(block) for block in blocks[first : last + 1])
    for index in range(max(first + 3, last - LAST_BLOCKS), last + 1):
        note = readings[index].kind is Kind.BODY and about_author(blocks[index])
        below = [b for b in blocks[index + 1 : last + 1] if readings[b.index].kind in RUNNING_TEXT]
        teased = readings[index].rule == "teaser-box"  # there, a name is who wrote what the teaser announces
        few = 0 < len(below) <= LONGEST_PORTRAIT
        quoted = any(block.text.startswith(QUOTATION_MARKS) for block in below)  # a portrait quotes nobody
        named = few and not teased and not quoted and _heads_portrait(blocks[index], below[0], names)
        if not note and not named and readings[index].rule not in SIGNATURES:
            continue
        if sum(b.words for b in below) > LARGEST_REST * words or any(b.words > LONGEST_NOTE for b in below):
            continue
        found = {block.index: Mark(Kind.BOILERPLATE, "below-article") for block in below}
        if note or named:
            found[index] = Mark(Kind.BOILERPLATE, "author-note")
        return page.read(found)
    return page


def _is_name_alone(block: Block) -> bool:
    """A name and nothing else, as above an author's portrait; a pull quote's speaker has a function, too."""
    return "," not in block.text and forms.names_people(block)


def _heads_portrait(block: Block, below: Block, names: int) -> bool:
    """Whether a line stands above what an author or a firm says of itself.

    It is a name, `About the author`, or `Über die Muster AG` above a
    paragraph that begins with the firm's name.
    """
    if _is_name_alone(block):
        return names < PORTRAITS
    about = ABOUT.match(block.text)
    if about is None or block.words > LONGEST_HEAD or block.closed:
        return False
    whom = block.text[about.end() :].split()
    return bool(about["author"]) or (bool(whom) and whom[0] in below.text.split()[:FIRST_WORDS])


def about_author(block: Block) -> bool:
    """A note about who wrote the article: `Erika Muster ist Redakteurin …`, or its words without the name."""
    if block.words > LONGEST_NOTE:
        return False
    lists = sections("author_notes")
    start = block.tokens[:FIRST_WORDS]
    if start and (start[0] in lists["roles"] or (start[0] in lists["verbs"] and block.text[0].islower())):
        return True
    named = NAMED.match(block.text) is not None or plain(block.text.split()[0]) in given_names()
    return (
        named and any(t in lists["verbs"] for t in start) and any(t in lists["roles"] for t in block.tokens)
    )
