"""The one table of kinds: what a part of a saved text can be to the article, and all that follows from it.

A kind is one line here, and everything else reads it: the page, its source file, paragraphs, notes, exports,
editions and the terminal. Left to the interface: the words for a kind (`kind.<name>`), for a fate
(`fate.<name>`) and for a section (its own key); a test names the places where a new line lacks one.
"""

from __future__ import annotations

from enum import StrEnum


class Fate(StrEnum):
    """What became of a part. Readers see it as a word, and as the style class of this name."""

    KEPT = "kept"  # stands on the page
    USED = "used"  # facts were taken from it
    APART = "apart"  # stands on the page, but is not the article's
    REMOVED = "removed"
    BLANK = "blank"


class Role(StrEnum):
    """Where a part stands on the article's page."""

    HEADING = "heading"  # in the headline: no paragraph, but it can be quoted and noted
    PARAGRAPH = "paragraph"  # running text with a number
    SUBHEADING = "subheading"  # running text without one
    BESIDE = "beside"  # in a section of its own beside the text; nobody there is a person of the article
    NONE = "none"


class Kind(StrEnum):
    """What a part of a saved text is to the article, with its `fate`, its `role` and its `style`.

    `style` is how a terminal shows it: the article bright, evidence coloured, the rest dim.
    `section` is the interface's key for the heading of its section, and the section's id on the page.
    """

    TITLE = "title", Fate.KEPT, Role.HEADING, "bold bright_white on blue"
    KICKER = "kicker", Fate.KEPT, Role.HEADING, "bold blue"
    LEAD = "lead", Fate.KEPT, Role.PARAGRAPH, "bold"
    SUBHEAD = "subhead", Fate.KEPT, Role.SUBHEADING, "bold underline"
    BODY = "body", Fate.KEPT, Role.PARAGRAPH, ""
    CORRECTION = "correction", Fate.APART, Role.BESIDE, "cyan", "corrections"
    CAPTION = "caption", Fate.KEPT, Role.BESIDE, "cyan", "captions"
    BYLINE = "byline", Fate.USED, Role.NONE, "green"
    DATELINE = "dateline", Fate.USED, Role.NONE, "green"
    CREDIT = "credit", Fate.USED, Role.NONE, "green"
    LINK = "link", Fate.REMOVED, Role.NONE, "magenta"
    COMMENT = "comment", Fate.APART, Role.NONE, "yellow"
    BOILERPLATE = "boilerplate", Fate.REMOVED, Role.NONE, "dim"
    BLANK = "blank", Fate.BLANK, Role.NONE, "dim"

    _value_: str
    fate: Fate
    role: Role
    style: str
    section: str

    def __new__(
        cls, name: str, fate: Fate | None = None, role: Role = Role.NONE, style: str = "", section: str = ""
    ) -> Kind:
        """A line of the table; `Kind("title")` finds it. ValueError for one that lacks something."""
        if fate is None:
            raise ValueError(f"{name}: the table of kinds does not say what becomes of it")
        if (role is Role.BESIDE) != bool(section):
            raise ValueError(f"{name}: a section is for what stands beside the text, and the other way round")
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.fate, kind.role, kind.style, kind.section = fate, role, style, section
        return kind

    @property
    def label(self) -> str:
        """The interface's key for its name."""
        return f"kind.{self.value}"

    @property
    def in_text(self) -> bool:
        """Whether it is running text: what has paragraphs, people and quotations."""
        return self.role in (Role.PARAGRAPH, Role.SUBHEADING)

    @property
    def readable(self) -> bool:
        """Whether it is the article as its readers read it: headline and running text."""
        return self.in_text or self.role is Role.HEADING


HEADINGS = frozenset(kind for kind in Kind if kind.role is Role.HEADING)
PARAGRAPHS = frozenset(kind for kind in Kind if kind.role is Role.PARAGRAPH)
RUNNING_TEXT = frozenset(kind for kind in Kind if kind.in_text)
READABLE = HEADINGS | RUNNING_TEXT
EVIDENCE = frozenset(kind for kind in Kind if kind.fate is Fate.USED)  # from these, facts are taken
BESIDE = frozenset(kind for kind in Kind if kind.role is Role.BESIDE)
# The sections beside the text, in the order in which a page has them.
SECTIONS = tuple(dict.fromkeys(kind.section for kind in Kind if kind.section))
