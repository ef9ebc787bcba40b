"""Promises to old links: a moved address leads on, a former paragraph id is still an anchor."""

from __future__ import annotations

import re

from annotated_archive.model import Address, Archive, Kind
from annotated_archive.stages.compose import compose
from annotated_archive.stages.compose.former_ids import former_ids
from annotated_archive.text.paragraphs import paragraphs

from .compose_samples import BOTE, PEOPLE, article, front_matter, pages, saved
from .test_markdown_text import rendered, text_of


def moved(*pairs: tuple[str, str]) -> dict[str, str]:
    archive = Archive((article("2021/a"), article("2021/b")), PEOPLE, {"bote": BOTE}, pairs)
    return {page.path: page.markdown for page in compose(archive, "public", "de")}


def target(page: str) -> str:
    found = re.search(r"\]\(([^)]+)\)\n\{: \.moved \}", page)
    assert found
    return found[1]


def test_an_old_address_leads_to_the_new_one_and_is_not_indexed() -> None:
    made = moved(("2015/old", "2021/a"), ("people/ben-b", "people/ben-beispiel"))
    page = made["2015/old.md"]
    assert target(page) == "../2021/a.md"
    assert front_matter(page)["search"] == {"exclude": True}
    assert front_matter(page)["robots"] == "noindex"
    assert "location.hash" in page
    assert text_of(rendered(page.split("---\n", 2)[2])).startswith(
        "Diese Seite ist umgezogen Die *Brücke* & der {Fluss}"
    )
    assert target(made["people/ben-b.md"]) == "ben-beispiel.md"


def test_the_way_is_followed_to_its_end() -> None:
    made = moved(("2014/older", "2015/old"), ("2015/old", "2021/a"))
    assert target(made["2014/older.md"]) == target(made["2015/old.md"]) == "../2021/a.md"


def test_a_real_page_a_circle_and_a_missing_target_make_no_redirect() -> None:
    made = moved(("2021/b", "2021/a"), ("2000/x", "2000/y"), ("2000/y", "2000/x"), ("2000/z", "2000/gone"))
    assert "moved" not in front_matter(made["2021/b.md"]).get("kind", "")
    assert not [path for path in made if path.startswith("2000/")]


def test_of_two_ways_from_one_address_the_first_counts() -> None:
    assert target(moved(("2015/old", "2021/a"), ("2015/old", "2021/b"))["2015/old.md"]) == "../2021/a.md"


PARAGRAPHS = [
    (Kind.TITLE, "Titel"),
    (Kind.BODY, "Eins."),
    (Kind.BODY, "Zwei und drei."),
    (Kind.BODY, "Vier."),
]


def test_a_former_id_is_an_anchor_where_its_words_stand_now() -> None:
    text, segments = saved("a.txt", PARAGRAPHS)
    found = paragraphs(text.text, segments)
    address = Address(
        "2021/a",
        "a",
        passages=(
            ("p-000001", text.text.index("drei")),
            ("p-000002", 0),
            (found[2].id, 3),
            ("p-000003", text.text.index("Vier")),
            ("p-000004", text.text.index("Zwei")),
            ('p-"><b>', 5),
        ),
    )
    assert former_ids(address, found) == {
        found[0].id: '<span id="p-000002"></span>',
        found[1].id: '<span id="p-000001"></span><span id="p-000004"></span>',
        found[2].id: '<span id="p-000003"></span>',
    }
    assert former_ids(address, ()) == {}


def test_anchors_stand_in_their_paragraphs_and_change_no_text() -> None:
    before = article("2021/a", parts=[*PARAGRAPHS, (Kind.SUBHEAD, "# Neu")])
    last = len(before.saved.text) - 1
    now = Address("2021/a", "a", passages=(("p-0000aa", before.saved.text.index("drei")), ("p-0000bb", last)))
    after = type(before)(**{**{f: getattr(before, f) for f in before.__dataclass_fields__}, "address": now})
    plain, anchored = (rendered(pages(one)["2021/a.md"].split("---\n", 2)[2]) for one in (before, after))
    assert re.search(r'<p id="p-\w{6}">.*<span id="p-0000aa"></span>Zwei', anchored)
    assert re.search(r'<h2 id="p-\w{6}"><span id="p-0000bb"></span># Neu</h2>', anchored)
    assert text_of(plain).replace("2021a", "a") == text_of(anchored)
