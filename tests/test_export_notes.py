"""Notes leave for other annotation tools, and come back, without losing their passage."""

import json
import re

from annotated_archive.model import Anchor, Kind, Note, Segment, Span
from annotated_archive.stages.anchor import anchor
from annotated_archive.stages.export import (
    annotation_collection,
    articles_by_address,
    from_hypothesis,
    notes_yaml,
    to_hypothesis,
)

from .described import article

SITE = "https://archiv.example"
TEXT = "Der Rat\nDer Rat tagt. Mehr dazu hier Danach ging er heim.\n\nLeser: Der Rat schläft.\n"
SEGMENTS = (
    Segment(Kind.TITLE, Span(0, 7), "r"),
    Segment(Kind.BLANK, Span(7, 8), "r"),
    Segment(Kind.BODY, Span(8, 22), "r"),
    Segment(Kind.LINK, Span(22, 37), "r"),
    Segment(Kind.BODY, Span(37, 57), "r"),
    Segment(Kind.BLANK, Span(57, 59), "r"),
    Segment(Kind.COMMENT, Span(59, len(TEXT)), "r"),
)


def noted(**changes):
    note = Note("Rat tagt. Danach", "Ein *Wort*.", **{"tags": ("rat", "ort"), "by": "muster", **changes})
    return article(text=TEXT, segments=SEGMENTS, title="Der Rat"), Anchor(note, Span(12, 43), "exact")


def test_annotations_say_where_in_both_texts():
    its, anchor = noted(date="2024-05-01")
    collection = json.loads(annotation_collection([its], {"s": [anchor]}, SITE))
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 1)
    (made,) = collection["first"]["items"]
    page, saved = made["target"]
    assert page["source"]["id"] == f"{SITE}/archive/2016/p/"
    (quote,) = page["selector"]
    assert (quote["exact"], quote["prefix"]) == ("Rat tagt. Danach", "Der ")
    assert quote["suffix"] == " ging er heim."
    raw, place = saved["selector"]
    assert raw["exact"] == TEXT[place["start"] : place["end"]]
    assert raw["suffix"] == " ging er heim.\n\n", "a reader comment is no context"
    assert saved["source"]["id"].startswith("ni:///sha-256;Dw8P")
    assert [body["purpose"] for body in made["body"]] == ["commenting", "tagging", "tagging"]
    assert made["created"] == "2024-05-01T00:00:00Z"
    assert made["creator"]["name"] == "muster"


def test_without_a_site_and_a_day_nothing_is_invented():
    its, anchor = noted(date="2024-05", by=None)
    collection = json.loads(annotation_collection([its], {"s": [anchor]}, None))
    (made,) = collection["first"]["items"]
    assert len(made["target"]) == 1
    assert not {"created", "creator"} & set(made)
    assert json.loads(annotation_collection([its], {}, None))["total"] == 0


def test_notes_come_back_from_hypothesis_as_they_went():
    its, anchor = noted(date="2024-05-01")
    sent = to_hypothesis([its], {"s": [anchor]}, SITE)
    notes, problems = from_hypothesis(sent, articles_by_address([its], SITE), "notes.json")
    assert problems == ()
    assert notes == {
        "s": [
            {
                "quote": "Rat tagt. Danach",
                "note": "Ein *Wort*.",
                "tags": ["rat", "ort"],
                "by": "muster",
                "date": "2024-05-01",
            }
        ]
    }
    assert notes_yaml(notes["s"]).startswith("notes:\n  - quote: Rat tagt. Danach\n")


def test_words_that_occur_twice_bring_their_surroundings():
    its, _ = noted()
    anchor = Anchor(Note("Der Rat", "x"), Span(8, 15), "exact")
    sent = to_hypothesis([its], {"s": [anchor]}, SITE)
    notes, _ = from_hypothesis(sent, articles_by_address([its], SITE), "notes.json")
    (entry,) = notes["s"]
    assert (entry["prefix"], entry["suffix"]) == ("Der Rat", "tagt. Danach ging er heim.")


def test_what_hypothesis_has_and_we_cannot_take_is_named():
    its, anchor = noted()
    (row,) = json.loads(to_hypothesis([its], {"s": [anchor]}, SITE))["rows"]
    page = "http://www.archiv.example/archive/2016/p/index.html?a=1#p-1"
    rows = [
        {**row, "uri": page},
        {**row, "uri": "https://other.example/"},
        {**row, "references": ["x"]},
        {**row, "target": [{"source": row["uri"]}]},
        {**row, "text": " ", "id": "abc"},
        {"uri": 3, "target": "x", "tags": 4, "user_info": []},
        7,
    ]
    notes, problems = from_hypothesis(
        json.dumps({"annotations": rows}), articles_by_address([its], SITE), "notes.json"
    )
    assert len(notes["s"]) == 1
    assert [f"{problem.code} {problem.finding}" for problem in problems] == [
        "C003 1 of the entries are no annotations.",
        'C004 Annotation 2 (without id) is on "https://other.example/", which is no article\'s page.',
        "C003 Annotation 3 (without id) answers another one.",
        "C003 Annotation 4 (without id) is on the whole page.",
        "C003 Annotation 5 (abc) only highlights a passage.",
        'C004 Annotation 6 (without id) is on "", which is no article\'s page.',
    ]
    for broken in ("{", "3", '{"rows": 1}', "[" * 100_000):
        assert from_hypothesis(broken, {}, "notes.json")[0] == {}
        assert len(from_hypothesis(broken, {}, "notes.json")[1]) == 1


LONG = """Alles ruht

Der Rat tagt heute im alten Hafen. Der Hafen ist alt.

Werbung: Kaufen Sie jetzt.

Der Rat geht danach heim. Alle gehen heim.

Der Rat schweigt.
"""
KINDS = [Kind.TITLE, Kind.BODY, Kind.BOILERPLATE, Kind.BODY, Kind.BODY]


def long_article():
    segments, at = [], 0
    for kind, line in zip(KINDS, LONG.strip().split("\n\n"), strict=True):
        start = LONG.index(line, at)
        if start > at:
            segments.append(Segment(Kind.BLANK, Span(at, start), "r"))
        at = start + len(line)
        segments.append(Segment(kind, Span(start, at), "r"))
    segments.append(Segment(Kind.BLANK, Span(at, len(LONG)), "r"))
    return article(text=LONG, segments=tuple(segments), title="Alles ruht")


def page_text():
    """The text of the page as a browser gives it to Hypothes.is, with numbers and a note in the margin."""
    return (
        "Alles ruht\n¶ 1 Der Rat tagt heute im alten Hafen. Der Hafen ist alt.\n1 Eine Notiz. muster\n"
        "¶ 2 Der Rat geht danach heim. Alle gehen heim.\n¶ 3 Der Rat schweigt.\n"
        "Quelldatei Der Rat tagt heute im alten Hafen. Der Hafen ist alt. Werbung: Kaufen Sie jetzt. "
        "Der Rat geht danach heim. Alle gehen heim. Der Rat schweigt."
    )


def selections():
    """Every run of one to four words in the running text, as a span of the saved text."""
    its = long_article()
    for segment in its.segments:
        if segment.kind is Kind.BODY:
            line = segment.span.of(LONG)
            words = [(m.start(), m.end()) for m in re.finditer(r"\w+", line)]
            for first in range(len(words)):
                for last in range(first, min(first + 4, len(words))):
                    yield Span(segment.span.start + words[first][0], segment.span.start + words[last][1])


def best_place(page, quote):
    """Where the client's matching puts a quotation: its context decides, character by character."""
    places = [m.start() for m in re.finditer(re.escape(quote["exact"]), page)]

    def agreement(at):
        before, after = page[:at][::-1], page[at + len(quote["exact"]) :]
        prefix, suffix = quote["prefix"][::-1], quote["suffix"]
        alike = sum(a == b for a, b in zip(prefix, before, strict=False))
        alike += sum(a == b for a, b in zip(suffix, after, strict=False))
        return alike / max(1, len(prefix) + len(suffix))

    return max(places, key=agreement)


def test_every_note_finds_its_passage_in_the_article_and_not_in_the_saved_file():
    its, page = long_article(), page_text()
    folded = page.index("Quelldatei")
    spans = list(selections())
    rows = json.loads(
        to_hypothesis([its], {"s": [Anchor(Note("q", "n"), span, "exact") for span in spans]}, SITE)
    )["rows"]
    assert len(rows) > 60
    for span, row in zip(spans, rows, strict=True):
        quote = row["target"][0]["selector"][1]
        assert "¶" not in quote["prefix"] + quote["suffix"]
        assert best_place(page, quote) < folded, span.of(LONG)


def test_a_selection_on_the_page_finds_its_passage_in_the_saved_text():
    """Whatever the client writes around it: a number, a note in the margin, the next paragraph's number."""
    its, page = long_article(), page_text()
    taken = []
    for span in selections():
        exact = span.of(LONG)
        line = LONG[: span.start].count("\n")
        paragraph = {2: "¶ 1", 6: "¶ 2", 8: "¶ 3"}[line]
        start_of_line = LONG.rindex("\n", 0, span.start) + 1
        at = page.index(paragraph) + len(paragraph) + 1 + span.start - start_of_line
        assert page[at : at + len(exact)] == exact
        quote = {
            "type": "TextQuoteSelector",
            "exact": exact,
            "prefix": page[at - 32 : at],
            "suffix": page[at + len(exact) :][:32],
        }
        row = {"uri": f"{SITE}/archive/2016/p/", "text": "n", "target": [{"selector": [quote]}]}
        notes, problems = from_hypothesis(json.dumps([row]), articles_by_address([its], SITE), "n.json")
        assert problems == ()
        (entry,) = notes["s"]
        note = Note(entry["quote"], "n", entry.get("prefix", ""), entry.get("suffix", ""))
        (anchored,), unanchored = anchor((note,), its.saved, its.segments)
        assert (anchored.span, unanchored) == (span, ()), (exact, entry)
        taken.append(span)
    assert len(taken) > 60
