"""The forms of the files that people write, as Pydantic models: what keys there are and what they may hold.

The JSON Schemas for editors are made from these, so that an editor and the build agree on what is right.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    StringConstraints,
    WithJsonSchema,
    create_model,
)

from ...fields import FIELDS
from ...kinds import Kind
from ...text.dates import flaw, valid

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
AN_ID = "small letters a to z, digits and hyphens, such as anna-weber"


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _number_of(address: Any) -> Any:
    """The number at the end of an authority's address: `…wikidata.org/wiki/Q1#sitelinks` → `Q1`."""
    if not isinstance(address, str) or "/" not in address:
        return address
    return re.split("[?#]", address.strip())[0].rstrip("/").rpartition("/")[2]


def _or_address(number: str) -> WithJsonSchema:
    """What editors are told: an authority's number, or its address there, of which the number is kept."""
    return WithJsonSchema({"type": "string", "pattern": f"^(https?://.*/)?{number}"})


def _edtf(date: str) -> str:
    if not valid(date):
        raise ValueError(flaw(date) or f'"{date}" is no date in EDTF')
    return date


_FROM_ADDRESS = BeforeValidator(_number_of)
Wikidata = Annotated[
    str, _FROM_ADDRESS, StringConstraints(pattern="^Q[1-9][0-9]*$"), _or_address("Q[1-9][0-9]*")
]
Gnd = Annotated[
    str, _FROM_ADDRESS, StringConstraints(pattern="^[0-9]+(-?[0-9X])?$"), _or_address("[0-9]+(-?[0-9X])?")
]
Viaf = Annotated[str, _FROM_ADDRESS, StringConstraints(pattern="^[1-9][0-9]*$"), _or_address("[1-9][0-9]*")]
Texts = Annotated[list[Text], BeforeValidator(_as_list)]


class Form(BaseModel):
    """A mapping in a curation file; a key that is not named here is a problem."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NoteForm(Form):
    """A note on a passage of an article."""

    quote: Text = Field(description="the exact words of the passage")
    note: Text = Field(description="what you want to say about it, in Markdown")
    prefix: str = Field("", description="what stands directly before the words, if they occur more than once")
    suffix: str = Field("", description="what stands directly after the words, if they occur more than once")
    tags: Texts = []
    by: Text | None = None
    date: Annotated[Text, AfterValidator(_edtf)] | None = Field(None, description="EDTF, such as 2016-07-15")


class LineForm(Form):
    """What lines of the saved file are, or the quoted words on them."""

    kind: Kind = Field(description="what they are to the article: " + ", ".join(Kind))
    quote: Text | None = Field(None, description="the words that are meant, if not all of these lines")
    because: Text | None = None


LINES = r"^[1-9][0-9]*( *[-–] *[1-9][0-9]*)?$"
Lines = dict[Annotated[str, StringConstraints(pattern=LINES)], Kind | LineForm | list[LineForm | Kind]]
NoticeCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{3}$")]
Checksum = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8,64}$")]


def _of_an_article() -> Any:
    """Keys and values of an article's form: the fields that a person may decide, then the rest."""
    of_field: dict[str, Any] = {
        field.name: (
            (Texts if field.several else Text) | None,
            Field(None, description=field.hint or None),
        )
        for field in FIELDS
        if field.curated
    }
    return of_field | {
        "saved": (
            Text | None,
            Field(None, description="the day the page was saved, ISO 8601; dates `3 hours ago`"),
        ),
        "encoding": (Text | None, Field(None, description="the encoding of the file, if not UTF-8")),
        "because": (dict[str, Text], Field({}, description="for every field above, why")),
        "lines": (
            Lines,
            Field(
                {},
                json_schema_extra={"additionalProperties": False},
                description="what lines of the saved file are: 9: title, 19-21: caption. Numbers as "
                "`inspect --explain` and the folded source show them; parts: "
                "12: [{quote: Flood, kind: kicker}]",
            ),
        ),
        "sha256": (
            Checksum | None,
            Field(
                None,
                description="of the file that `lines` speaks of: its checksum, or at least 8 digits of it",
            ),
        ),
        "people": (
            dict[str, Id],
            Field(
                {}, description="a name as printed: the id of the person it means here, unclear, or nobody"
            ),
        ),
        "notes": (list[NoteForm], Field([])),
        "accept": (
            dict[NoticeCode, Text] | list[NoticeCode | dict[str, Text]],
            Field({}, description="notices that may stay, by code, and why: S002: never free to read"),
        ),
    }


ArticleForm: type[Form] = create_model(
    "ArticleForm",
    __base__=Form,
    __doc__="`curation/articles/<seed>.yml`: what a person decided about one saved article.",
    **_of_an_article(),
)


class ArchiveForm(Form):
    """`curation/archive.yml`: what a person decided about the archive as a whole."""

    accept: dict[NoticeCode, Text | dict[Text, Text]] = Field(
        {},
        description="notices of no single article that may stay, by code: the reason, or reasons by file",
    )
    largest_seed: PositiveInt | None = Field(
        None, description="the most megabytes of a saved file that are read (20 of text, 300 of others)"
    )


class PersonForm(Form):
    """An entry of `curation/people.yml`."""

    id: Id = Field(description=AN_ID)
    name: Text = Field(description="the preferred form")
    also: Texts = Field([], description="other spellings, exactly as printed")
    role: Text | None = None
    born: Text | None = None
    wikidata: Wikidata | None = Field(None, description="the item's number or address, such as Q4711")
    gnd: Gnd | None = Field(None, description="the number or the address, such as 118540238")
    viaf: Viaf | None = Field(None, description="the number or the address, such as 27063124")
    person: bool = Field(True, description="false: the name means no person, but a place, an office, a firm")


class OutletForm(Form):
    """An entry of `curation/outlets.yml`: a publication that the program does not know."""

    id: Id = Field(description=AN_ID)
    name: Text
    names: Texts = []
    hosts: Texts = []


class PermalinkForm(Form):
    """An entry of `curation/permalinks.yml`: an address once given out. The build adds entries at the end.

    An entry without `path` and `citekey` adds passages to an earlier one of the same seed.
    """

    seed: Text = Field(description="the saved article, its path below seeds/ without suffix")
    path: Text | None = None
    citekey: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_:.-]*$")] | None = Field(
        None, description="letters, digits and _ : . - without spaces, such as bote2001bruecke"
    )
    formerly: Texts = Field([], description="paths that lead to this one since it was renamed")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="the checksum of the file: 64 digits 0 to 9 and a to f"
    )
    passages: dict[str, NonNegativeInt] = Field({}, description="paragraph ids given out: where they began")


SCHEMAS: dict[str, type[Form]] = {
    "archive": ArchiveForm,
    "article": ArticleForm,
    "people": PersonForm,
    "outlets": OutletForm,
    "permalinks": PermalinkForm,
}
