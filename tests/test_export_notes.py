"""Notes leave for other annotation tools, and come back, without losing their passage."""

import json

from annotated_archive.model import Anchor, Kind, Note, Segment, Span
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
    assert (quote["exact"], quote["prefix"]) == ("Rat tagt. Danach", "Der Rat Der ")
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
