"""The body of a recorded HTTP response as it was meant: joined from chunks, and decompressed.

Comes in: the body's bytes and the two headers about them. Goes out: the content, or the name of a coding that
nobody here knows. Servers and recorders leave headers that are not true of what was kept; a body that is not
what its header says is taken as it is.
"""

from __future__ import annotations

import re
import zlib

MOST_BYTES = 100_000_000  # of a page unpacked: a longer one is no page but a trap
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_GZIP, _ZLIB, _RAW = 31, 15, -15  # how zlib is told what it unpacks


class UnknownCodingError(ValueError):
    """A compression that cannot be undone; its name is the message."""


def decoded(body: bytes, transfer: str, coding: str) -> bytes:
    """The content. Raises UnknownCodingError for a coding that cannot be undone."""
    if "chunked" in transfer.casefold():
        body = _joined(body)
    for name in reversed([part.strip().casefold() for part in coding.split(",") if part.strip()]):
        body = _unpacked(body, name)
    return body


def gunzipped(content: bytes, most: int = MOST_BYTES) -> bytes:
    """All members of a gzip file, as far as they can be read and up to `most` bytes."""
    return _inflated(content, _GZIP, most)


def _joined(body: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while found := _SIZE.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    return b"".join(pieces) if pieces and at >= len(body) else body


def _unpacked(body: bytes, name: str) -> bytes:
    if name in ("gzip", "x-gzip"):
        return _inflated(body, _GZIP) if body.startswith(b"\x1f\x8b") else body
    if name == "deflate":
        return _inflated(body, _ZLIB) or _inflated(body, _RAW) or body
    if name == "br":
        return _unbrotlied(body)
    if name == "identity" or body.lstrip()[:1] == b"<":
        return body
    raise UnknownCodingError(name)


def _inflated(body: bytes, form: int, most: int = MOST_BYTES) -> bytes:
    pieces: list[bytes] = []
    room = most
    try:
        while body and room > 0:
            inflater = zlib.decompressobj(form)
            pieces.append(inflater.decompress(body, room))
            room -= len(pieces[-1])
            body = inflater.unused_data if inflater.eof else b""
    except zlib.error:
        pass  # what could be read stays: a file may be cut off, or padded behind its end
    return b"".join(pieces)


def _unbrotlied(body: bytes) -> bytes:
    import brotli

    unpacker = brotli.Decompressor()
    pieces: list[bytes] = []
    room = MOST_BYTES
    try:
        for at in range(0, len(body), 65_536):
            pieces.append(unpacker.process(body[at : at + 65_536]))
            room -= len(pieces[-1])
            if room < 0:
                break
    except brotli.error:
        return b"".join(pieces) or body
    return b"".join(pieces)
