"""Small saved pages for tests: one line a segment, its kind before a colon, body where none is named."""

from annotated_archive.model import Kind, SavedText, Segment, Span


def printed_page(lines: str, name: str = "hafen.txt") -> tuple[SavedText, tuple[Segment, ...]]:
    """The saved text without the kinds, and its segments: `printed_page("title: Neues\\nEs regnet.")`."""
    segments: list[Segment] = []
    text = ""
    for line in lines.strip("\n").split("\n"):
        kind, colon, rest = line.partition(": ")
        named = bool(colon) and kind in set(Kind)
        content = rest if named else line
        if text:
            segments.append(Segment(Kind.BLANK, Span(len(text), len(text) + 1), "a-rule"))
            text += "\n"
        if content:
            kind_here = Kind(kind) if named else Kind.BODY
            segments.append(Segment(kind_here, Span(len(text), len(text) + len(content)), "a-rule"))
            text += content
    return SavedText(name, f"seeds/{name}", text, "0" * 64), tuple(segments)
