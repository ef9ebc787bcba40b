"""All entries of a live blog are the article's, however short; what only resembles entries is not."""

import pytest

from annotated_archive.model import Kind, SavedText
from annotated_archive.stages.segment import segment
from annotated_archive.stages.segment.segmenting import lay_out

GERMAN = (
    ("Brücke bei Unterau gesperrt", "Die Feuerwehr hat die Brücke bei Unterau gesperrt."),
    ("Pegel steigt weiter", "Der Pegel liegt bei 4,20 Metern, sagte ein Sprecher."),
    ("Wie lange regnet es noch?", "Bis zum Abend. Das meldet der Wetterdienst."),
    ("Regen setzt ein", "Der Regen begann."),
)
ENGLISH = (
    ("Power back in Dunmoor", "Engineers have restored power to 4,000 homes, the company said."),
    ("Ferry cancelled", "The evening ferry has been cancelled."),
    ("Trees down on coast road", "Fallen trees block the road. Drivers should avoid it."),
)
FRENCH = (
    ("La maire reconnaît sa défaite", "La maire a reconnu sa défaite. « Une soirée amère », a-t-elle dit."),
    ("Un rival en tête", "Le rival est en tête avec 58 pour cent des voix."),
    ("Dispute autour des affiches", "Des affiches ont été arrachées. La police enquête."),
)


def written(head, form, times, entries):
    """A page: the lines of its head, then each entry in the form."""
    told = [form.format(time, *entry) for time, entry in zip(times, entries, strict=False)]
    return "\n\n".join([*head, *told]) + "\n"


BELOW, APART = "{}\n{}\n\n{}", "{}\n\n{}\n\n{}"
HOURS = ("19:31 Uhr", "18:02 Uhr", "16:55 Uhr", "15:20 Uhr")
PAGES = {
    "hours": (("Liveticker zum Hochwasser", "14. Juni 2021, 19:40 Uhr"), BELOW, HOURS, GERMAN),
    "hours with points": (
        ("Ticker: Das Hochwasser zum Nachlesen", "Sonntag, 12. Mai 2019"),
        APART,
        ("17.05 Uhr", "15.40 Uhr", "14.10 Uhr", "11.00 Uhr"),
        GERMAN,
    ),
    "days and hours": (
        ("Newsblog zum Hochwasser", "Stand: 03.02.2020, 18:45 Uhr"),
        BELOW,
        ("03.02.2020, 18:40 Uhr", "03.02.2020, 15:12 Uhr", "02.02.2020, 12:00 Uhr"),
        GERMAN,
    ),
    "hour and headline on one line": (
        ("Liveblog zum Hochwasser", "26. September 2021, 23:15 Uhr"),
        "+++ {}: {} +++\n{}",
        HOURS,
        GERMAN,
    ),
    "hour, dash and headline": (
        ("Liveblog zum Hochwasser", "26. September 2021"),
        "{} – {}\n{}",
        HOURS,
        GERMAN,
    ),
    "English": (
        ("Storm Brenda live blog", "By Martha Oakhill", "3 Feb 2020 18:45"),
        BELOW,
        ("18:40", "17:15", "16:05"),
        ENGLISH,
    ),
    "English with days": (
        ("Storm latest live: ferries stay in harbour", "12 March 2019, 10.10pm"),
        BELOW,
        ("12 March 2019, 9.58pm", "12 March 2019, 6.30pm", "12 March 2019, 9.05am"),
        ENGLISH,
    ),
    "French": (
        ("Élections municipales à Valbrune : suivez le direct", "Publié le 12 mars 2019 à 22h10"),
        BELOW,
        ("21h58", "18h30", "9h05"),
        FRENCH,
    ),
    "French with days": (
        ("DIRECT - La grève à Valbrune", "Par Solène Kermarec", "3 février 2020, 18h45"),
        BELOW,
        ("3 février 2020, 18:40", "3 février 2020, 15:12", "2 février 2020, 12:00"),
        FRENCH,
    ),
}


def read(text):
    """The page's segments as (kind, text), without blanks."""
    segments, _ = segment(SavedText("a.txt", "a.txt", text, "0" * 64))
    return [(s.kind, s.span.of(text)) for s in segments if s.kind is not Kind.BLANK]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_entry_is_the_article(page):
    head, _, times, entries = page
    found = read(written(*page))
    told = "\n".join(text for kind, text in found if kind in (Kind.LEAD, Kind.BODY))
    subheads = "\n".join(text for kind, text in found if kind is Kind.SUBHEAD)
    for time, (headline, text) in zip(times, entries, strict=False):
        assert text in told
        assert headline in subheads
        assert time in subheads
    assert found[0] == (Kind.TITLE, head[0])
    assert not [text for kind, text in found if kind is Kind.BOILERPLATE]


def test_what_follows_the_last_entry_is_not_an_entry():
    text = written(*PAGES["hours"]) + "\nMehr zum Thema\nWas Pendler wissen müssen\n\nImpressum\n"
    assert [found for kind, found in read(text) if kind is Kind.BODY][-1] == "Der Regen begann."
    assert "Impressum" in [found for kind, found in read(text) if kind is Kind.BOILERPLATE][-1]


NO_LIVE_BLOGS = {
    "one entry": written(*PAGES["hours"][:2], HOURS[:1], GERMAN),
    "nothing says so": written(("Nachrichten aus der Stadt", "14. Juni 2021"), BELOW, HOURS, GERMAN),
    "it is said below": written(("Nachrichten", "14. Juni 2021"), BELOW, HOURS, GERMAN)
    + "\nZum Liveticker hier\n",
    "a day is no hour": written(PAGES["hours"][0], BELOW, ("3.2.2020", "2.2.2020", "1.2.2020"), GERMAN),
    "headlines without a text": written(PAGES["hours"][0], "{}\n{}", HOURS, GERMAN),
}


@pytest.mark.parametrize("text", NO_LIVE_BLOGS.values(), ids=NO_LIVE_BLOGS)
def test_what_is_no_live_blog(text):
    assert lay_out(SavedText("a.txt", "a.txt", text, ""), "live").told == frozenset()
