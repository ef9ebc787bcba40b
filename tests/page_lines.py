"""Lines of a page that weigh what a test wants, and their blocks: for tests of single rules of a stage."""

from annotated_archive.model import Kind
from annotated_archive.stages.segment.block import Block, blocks_of
from annotated_archive.stages.segment.mark import Mark

WORDS = ("die", "alte", "fähre", "fährt", "heute", "wieder", "über", "den", "breiten", "fluss")


def sentence(words: int) -> str:
    """One sentence of so many words; from 18 on it is a paragraph."""
    return " ".join(["Am", *(WORDS[i % len(WORDS)] for i in range(words - 1))]) + "."


def paragraph(words: int) -> str:
    """A paragraph of so many words, in two sentences."""
    return f"{sentence(words // 2)} {sentence(words - words // 2)}"


def blocks_and_marks(*lines: str | tuple[str, str]) -> tuple[tuple[Block, ...], list[Mark | None]]:
    """The blocks of some lines, and their marks: `("Anzeige", "advert")` is a line that a rule has marked."""
    texts = [line if isinstance(line, str) else line[0] for line in lines]
    marks = [None if isinstance(line, str) else Mark(_kind(line[1]), line[1]) for line in lines]
    blocks = blocks_of("\n\n".join(texts))
    assert [block.text for block in blocks] == texts
    return blocks, marks


def _kind(rule: str) -> Kind:
    return {
        "ingredients": Kind.BODY,
        "dateline": Kind.DATELINE,
        "byline": Kind.BYLINE,
        "photo-credit": Kind.CREDIT,
        "picture-described": Kind.CAPTION,
        "caption-above-credit": Kind.CAPTION,
    }.get(rule, Kind.BOILERPLATE)
