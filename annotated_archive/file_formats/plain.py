"""Plain text: bytes decoded as a person said, or else as saved pages come."""

from __future__ import annotations

from .reading import Reading, Unreadable

# Text from the web has no control characters but tab, line feed, form feed and carriage return, and these
# rarely; a file where one byte in fifty is another one is a picture, an archive or the like.
MOST_CONTROL_BYTES = 0.02
CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
SAMPLE_BYTES = 8192
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_plain(content: bytes, encoding: str | None) -> Reading | Unreadable:
    """Bytes that are not UTF-8 are read as UTF-16 if they begin with its mark, else as Windows-1252."""
    if is_binary(content):
        return Unreadable(
            "R002",
            "The file is not text, whatever its name says.",
            "Save the article as plain text, or remove the file.",
        )
    decoded = _decode(content, encoding)
    if decoded is None:
        as_told = f" as {encoding}" if encoding else ""
        return Unreadable(
            "R002",
            f"The file cannot be decoded{as_told}.",
            "Save it as UTF-8, or name its `encoding` in its curation file.",
        )
    text, used = decoded
    return Reading(line_feeds(text), used, doubt=used != "utf-8" and encoding is None)


def line_feeds(text: str) -> str:
    """The text with every line end as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_binary(content: bytes) -> bool:
    """Whether these bytes are no text."""
    if content.startswith(UTF_16):  # which is full of zero bytes
        return False
    sample = content[:SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    return b"\0" in content or controls > MOST_CONTROL_BYTES * len(sample)


def _decode(content: bytes, encoding: str | None) -> tuple[str, str] | None:
    """Text and encoding, trying what a person named, or else what saved pages come in."""
    guesses = ("utf-16",) if content.startswith(UTF_16) else ("utf-8", "windows-1252")
    for guess in (encoding,) if encoding else guesses:
        try:
            text = content.decode(guess).removeprefix("\ufeff")
            text.encode("utf-8")  # some make halves of characters, which no file of ours can hold
        except (ValueError, LookupError):  # what a person named may be no encoding, or none of texts
            continue
        return text, guess
    return None
