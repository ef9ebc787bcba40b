"""The one table of fields: what can be known of an article as a publication, and where each is carried.

A field is one line here and one in `Description`, which gives it its type. Everything else reads this table:
the form of curation and its schema, what a decision overrules, front matter, the facts on the page,
`inspect`, the CSV table and CSL-JSON. Left to the interface: the words for a fact (`fact.<key>`); a test
names the places where a new line is not carried.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A field of `Description`: its `name`, and whether there may be `several` of it.

    `place` is its place among the facts of a page and in its front matter; None where neither shows it.
    `fact` is the interface's key for its label among the facts (`fact.<key>`), empty where it is not one of
    them. `curated` says whether a person may decide it, `hint` what to write. `columns` is how many columns
    of the CSV table it has: its value, and how certain that is. `csl` is the variable of CSL that it fills as
    printed; the fields that need another form there are in `stages/export/csl.py`.
    """

    name: str
    place: int | None = None
    several: bool = False
    fact: str = ""
    front_matter: bool = False
    curated: bool = True
    hint: str = ""
    columns: int = 2
    csl: str = ""


# In the order of the form, of `inspect` and of the table's columns.
FIELDS: tuple[Field, ...] = (
    Field("title", 1, front_matter=True),
    Field("kicker", 2, front_matter=True),
    Field("outlet", 3, fact="outlet", front_matter=True, hint="an id or a name of an outlet"),
    Field(
        "date",
        4,
        fact="date",
        front_matter=True,
        hint="EDTF: 2016-07-15, 2016-07-15~ (approximate), 2016-07, 2016?",
    ),
    Field("time", curated=False),  # decided with the date: 2016-07-15T14:30
    Field("authors", 5, several=True, fact="author", front_matter=True),
    Field("agencies", 6, several=True, fact="agency", front_matter=True),
    Field("url", 8, fact="url", front_matter=True),
    Field("lang", 7, front_matter=True, hint="BCP 47: de, en, fr"),
    Field("rights", 15, fact="rights", front_matter=True),
    Field("page", 11, fact="page", front_matter=True, hint="of the printed newspaper: 5, 5-6", csl="page"),
    Field(
        "section",
        10,
        fact="section",
        front_matter=True,
        hint="of the printed newspaper: Politik",
        csl="section",
    ),
    Field(
        "issue",
        9,
        fact="issue",
        front_matter=True,
        hint="the number of the printed issue: 59",
        csl="issue",
    ),
    Field(
        "edition",
        12,
        fact="edition",
        front_matter=True,
        hint="of the printed newspaper: Stadtausgabe",
        csl="edition",
    ),
    Field("words", 13, fact="words", curated=False),
    Field("accession", 14, fact="accession", curated=False),
    Field("incomplete", 16, fact="incomplete", curated=False, columns=1),
    Field("comments_declared", curated=False, columns=1),
)
# The fields that a page shows, in its order.
SHOWN: tuple[Field, ...] = tuple(
    sorted((field for field in FIELDS if field.place), key=lambda field: field.place or 0)
)
