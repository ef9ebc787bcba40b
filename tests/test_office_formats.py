"""Word, RTF and e-mail: what a person sees who opens them, tracked changes included."""

import io
import zipfile
from email.message import EmailMessage

import pytest

from annotated_archive.file_formats import Unreadable, read_content

from .test_press_databases import articles

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p>{p if '<' in p else run(p)}</w:p>" for p in paragraphs)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
    return stream.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def rtf(*paragraphs: str) -> bytes:
    body = "\\par\n".join("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in p) for p in paragraphs)
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0\\fs20 " + body + "\\par}").encode("ascii")


NEXIS = (
    "Documents (2)",
    "1. Mühlbrücke wird saniert",
    "Client/Matter: -None-",
    "Search Terms: Hedwig Nirgends",
    "2. Orchidee entdeckt",
    "Mühlbrücke wird saniert",
    "Grauburger Bote",
    "14. März 2019 Donnerstag",
    "Copyright 2019 Bote Verlag GmbH Alle Rechte vorbehalten",
    "Section:\u00a0LOKALES; S. 17",
    "Length:\u00a024 words",
    "Byline:\u00a0Von Gernot Pfaffinger",
    "Body\u00a0",
    "Die Gemeinde Oberlindach will ihre Mühlbrücke bis zum Frühjahr sanieren. Das beschloss der Gemeinderat.",
    "Die Kosten bezifferte Bürgermeisterin Hedwig Sandbichler auf 1,4 Millionen Euro.",
    "Load-Date:\u00a0March 13, 2019",
    "End of Document",
    "Orchidee entdeckt",
    "Bote Online",
    "2. Juni 2018 Samstag 11:15 AM GMT",
    "Copyright 2018 Bote Verlag GmbH Alle Rechte vorbehalten",
    "Length:\u00a020 words",
    "Body",
    "Im Stadtwald von Grauburg haben Förster eine seltene Orchidee entdeckt, wie das Umweltamt mitteilte.",
    "Load-Date:\u00a0June 3, 2018\u00a0End of Document",
)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.DOCX", docx(*NEXIS)), ("a.RTF", rtf(*NEXIS)), ("a.DOC", rtf(*NEXIS)), ("a.txt", rtf(*NEXIS))],
)
def test_nexis_in_each_format(tmp_path, name, content):
    _, shown, problems = articles(tmp_path, content, name)
    assert problems == []
    assert [(one["title"], one["outlet"], one["date"], one["authors"]) for one in shown] == [
        ("Mühlbrücke wird saniert", "Grauburger Bote", "2019-03-14", ["Gernot Pfaffinger"]),
        ("Orchidee entdeckt", "Bote Online", "2018-06-02", []),
    ]
    assert (shown[0]["section"], shown[0]["page"], shown[0]["words"]) == ("LOKALES", "17", "24")
    assert [person["name"] for person in shown[0]["people"]] == ["Hedwig Sandbichler"]
    bodies = [" ".join(s["text"] for s in one["segments"] if s["kind"] == "body") for one in shown]
    assert "Load-Date" not in "".join(bodies)
    assert bodies[1].endswith("mitteilte.")


def test_apa_as_rtf(tmp_path):
    content = rtf(
        '"Neuer Kurier" vom 02.04.2013                Seite: 23',
        "Ressort: Lokales",
        "",
        "Abend",
        "",
        "Der Rat hat entschieden",
        "",
        "\\b\\i0 Mühlbrücke \\plain\\b wird saniert\\plain  ",
        "",
        "Die Gemeinde Oberlindach will ihre Mühlbrücke sanieren, beschloss der Gemeinderat am Dienstag.",
        "_" * 67,
        '"Kurier Online" gefunden am 28.12.2017 10:36 Uhr',
        "",
        "Nein zu einem neuen Amt",
        "",
        "Der Minister ist gegen eine Zusammenlegung und hält an der Einteilung fest.",
    )
    _, shown, _ = articles(tmp_path, content, "a.rtf")
    assert [(one["title"], one["outlet"], one["date"]) for one in shown] == [
        ("Mühlbrücke wird saniert", "Neuer Kurier", "2013-04-02"),
        ("Nein zu einem neuen Amt", "Kurier Online", None),
    ]


def test_inserted_words_are_read_and_deleted_ones_are_not():
    paragraph = (
        run("Der Rat ")
        + f'<w:ins w:id="1">{run("lehnte")}</w:ins>'
        + '<w:del w:id="2"><w:r><w:delText>billigte</w:delText></w:r></w:del>'
        + run(" den Plan ab.")
    )
    assert read_content(docx(paragraph), ".docx").text == "Der Rat lehnte den Plan ab.\n"
    source = b"{\\rtf1\\ansi Der Rat {\\revised lehnte}{\\deleted\\revauthdel1 billigte} den Plan ab.}"
    assert read_content(source, ".rtf").text == "Der Rat lehnte den Plan ab."
    source = b"{\\rtf1\\ansi Der Rat \\revised lehnte\\revised0 \\deleted billigte\\deleted0  den Plan ab.}"
    assert "billigte" not in read_content(source, ".rtf").text


def test_links_tabs_and_tables_of_a_document():
    link = f'<w:hyperlink w:anchor="x">{run("Titel")}</w:hyperlink><w:r><w:tab/><w:t>S. 5</w:t></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unsichtbar</w:t></w:r>" + run("sichtbar")
    assert read_content(docx(link, hidden), ".docx").text == "Titel\tS. 5\n\nsichtbar\n"


WHOLE = rtf(*NEXIS)


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (WHOLE, []),
        (WHOLE + b"\0", []),
        (WHOLE + b"\r\n\x1a", []),
        (WHOLE[:-1], ["R010"]),
        (WHOLE[: len(WHOLE) // 2], ["R010"]),
        (WHOLE[: 2 * len(WHOLE) // 3], ["R010"]),
    ],
)
def test_a_document_that_breaks_off_is_read_and_says_so(content, codes):
    reading = read_content(content, ".rtf")
    assert reading.text.startswith(NEXIS[0])
    assert [finding.code for finding in reading.findings] == codes


@pytest.mark.parametrize(
    ("content", "suffix", "code"),
    [
        (b"PK\x03\x04 word/ kaputt", ".docx", "R002"),
        (b"\xd0\xcf\x11\xe0 Word 97", ".doc", "R004"),
        (docx(), ".docx", "R001"),
        (b"{\\rtf1\\ansi }", ".rtf", "R001"),
        (b"Subject: x\n\n", ".eml", "R001"),
    ],
)
def test_what_cannot_be_read_says_so(content, suffix, code):
    reading = read_content(content, suffix)
    assert isinstance(reading, Unreadable)
    assert reading.code == code


def mail(html: str | None, plain: str) -> bytes:
    message = EmailMessage()
    message["Subject"], message["Date"] = "Your research", "Sat, 17 Oct 2020 01:02:03 -0400"
    message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


LABELS = (
    "Publication title: The Tidings; Greycastle|Pages: {n}|Publication year: 2007|"
    "Publication date: Apr 2{n}, 2007|Section: Metro|ProQuest document ID: 42057000{n}|"
    "Document URL: https://search.example.org/docview/42057000{n}|Last updated: 2017-11-14|Database: Dailies"
)


def entry(n: int, title: str, text: str) -> list[str]:
    return [
        title,
        "Author: Sample, Jane",
        f"Publication info: The Tidings ; Greycastle [Greycastle]2{n} Apr 2007: {n}.",
        "Abstract: A summary.",
        "Full text:",
        text,
        "Credit: By Jane Sample, Tidings staff reporter",
        *LABELS.replace("{n}", str(n)).split("|"),
    ]


ENTRIES = [
    entry(
        1,
        "Bridge to be repaired",
        "The council wants to repair its old bridge before the spring, as Mayor Edith Marlow said.",
    ),
    entry(2, "Orchid found", "Foresters found a rare orchid in the forest of the town, the office said."),
]
AS_HTML = "<html><body><p>Jane sent you the following:</p><p>Email 1 of 1</p>" + "".join(
    "<div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>" for lines in ENTRIES
)
FORWARDED = "A word from me.\n\n> Jane sent you the following:\n>\n>  <>\n" + "\n>  <>\n".join(
    "\n".join(f"> {line}" for line in lines) for lines in ENTRIES
)


@pytest.mark.parametrize("content", [mail(AS_HTML, "see the HTML"), mail(None, FORWARDED)])
def test_proquest_by_mail(tmp_path, content):
    found, shown, problems = articles(tmp_path, content, "a.eml")
    assert problems == []
    assert [saved.part for saved in found] == ["420570001", "420570002"]
    assert [(one["title"], one["outlet"], one["date"], one["authors"], one["page"]) for one in shown] == [
        ("Bridge to be repaired", "The Tidings", "2007-04-21", ["Jane Sample"], "1"),
        ("Orchid found", "The Tidings", "2007-04-22", ["Jane Sample"], "2"),
    ]
    assert [person["name"] for person in shown[0]["people"]] == ["Edith Marlow"]
