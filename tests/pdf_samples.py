"""PDFs for tests, written by hand: text at places on pages, in the fonts that every reader has."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PAGE = (595, 842)
TITLE, BYLINE = "Mühlbrücke in Oberlindach wird saniert", "Von Ulla Kersting"
HEAD = "Grauburger Bote, 12. März 2019, Seite 17"
BODY = (
    "Die Gemeinde Oberlindach will ihre Mühlbrücke bis zum Frühjahr sanieren. Das beschloss der Gemeinderat "
    "am Dienstagabend mit elf gegen drei Stimmen. Die Kosten bezifferte Bürgermeisterin Hedwig Sandbichler "
    "auf 1,4 Millionen Euro.",
    "„Wir können nicht länger warten“, sagte Sandbichler nach der Sitzung. Die Brücke stammt aus dem Jahr "
    "1911 und ist seit zwei Jahren nur noch für Fußgänger offen. Gutachter hatten Risse in den Widerlagern "
    "gefunden.",
    "Kritik kam von Korbinian Moosrainer, der die Freie Liste im Rat führt. Er hält eine Furt für "
    "ausreichend und verwies auf die leere Gemeindekasse. „Das Geld fehlt dann beim Kindergarten“, sagte "
    "Moosrainer.",
    "Die Arbeiten sollen im April beginnen und fünf Monate dauern. In dieser Zeit wird der Verkehr über die "
    "Staatsstraße umgeleitet, wie das Bauamt mitteilte.",
)


@dataclass(frozen=True)
class Words:
    """Words at a place, `turn` quarter turns against the clock."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    turn: int = 0

    def drawn(self) -> bytes:
        """The operators that draw them."""
        a, b = ((1, 0), (0, 1), (-1, 0), (0, -1))[self.turn]
        text = self.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        font = "F2" if self.bold else "F1"
        place = f"BT /{font} {self.size} Tf {a} {b} {-b} {a} {self.x} {self.y} Tm (".encode()
        return place + text + b") Tj ET\n"


def column(
    paragraphs: Iterable[str], x: float, y: float, width: int = 36, indent: float = 0, gap: float = 0
) -> list[Words]:
    """Paragraphs below one another, broken as a newspaper breaks them: also within words."""
    found = []
    for paragraph in paragraphs:
        for number, line in enumerate(broken(paragraph, width)):
            found.append(Words(x + (indent if number == 0 else 0), y, line))
            y -= 12
        y -= gap
    return found


def broken(text: str, width: int) -> list[str]:
    """Lines of at most `width` characters; a long word's first half stays, with a hyphen."""
    lines: list[str] = []
    rest = text
    while len(rest) > width:
        line = textwrap.wrap(rest, width, break_on_hyphens=False)[0]
        after = rest[len(line) :].lstrip()
        word = after.split()[0]
        room = width - len(line) - 2
        if word.isalpha() and len(word) > 8 and 3 <= room <= len(word) - 4:
            line += f" {word[:room]}-"
            after = after[room:]
        lines.append(line)
        rest = after
    return [*lines, rest] if rest else lines


def pdf(*pages: Sequence[Words] | bytes, info: str = "") -> bytes:
    """A PDF of pages; a page may also be given as the operators that draw it."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects += [font.format(name).encode() for name in ("Times-Roman", "Times-Bold", "Courier")]
    kids = []
    for page in pages:
        content = page if isinstance(page, bytes) else b"".join(words.drawn() for words in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>" % (*PAGE, len(objects))
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< {info} >>".encode("latin-1"))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + trailer % (len(objects) + 1, len(objects), start)


def heads(title: str = TITLE, y: float = 765) -> list[Words]:
    """A newspaper's head, a headline and a byline."""
    return [Words(60, 800, HEAD, 9), Words(60, y, title, 22, True), Words(60, y - 24, BYLINE)]
