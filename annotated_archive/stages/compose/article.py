"""One article → its page: head, text with numbered paragraphs, facts, reader comments, seed."""

from __future__ import annotations

from collections.abc import Sequence

from ...editions.withheld import withheld
from ...export_values import CiteThis
from ...kinds import SECTIONS, Kind
from ...model import Certainty, Page
from ...text.dates import display
from ...text.paragraphs import fold
from ...words.languages import Interface
from .annotated import annotated
from .catalogue import Entry
from .cite_this import cite_this_section
from .cited_in import CitingPassage
from .escape import Markdown, escape
from .facts import evidence, facts
from .front_matter import article_front_matter
from .language import foreign, in_attribute_list, in_tag, marked
from .note_citations import NoteCitations
from .notes import tag_link
from .paths import desk_link, link, outlet_place, year_place
from .printing import render_html, render_markdown
from .seed import seed_view


def article_page(
    entry: Entry,
    words: Interface,
    with_comments: bool,
    citing: NoteCitations,
    cited: Sequence[CitingPassage] = (),
    cite: CiteThis | None = None,
    desk: Markdown | None = None,
) -> Page:
    """The page of an article; without comments it says how many it leaves out.

    `citing` has what its notes cite, `cited` is where it is cited, `cite` how to do that. `desk` is what the
    curator's desk shows of it: with that, each fact leads there.
    """
    here, known = entry.place, entry.article.description
    language = foreign(entry, words)
    markdown = render_markdown(
        "article",
        front_matter=Markdown(article_front_matter(entry, cite.head if cite else ())),
        words=words,
        lang=in_attribute_list(language),
        shown=annotated(entry, words, here, citing),
        tag_link=lambda tag: tag_link(tag, here),
        annotated=bool(entry.article.notes),
        cited=cited,
        cited_at={found.paragraph: found.id for found in reversed(cited) if found.paragraph},
        untitled=known.title is None,
        byline=[*byline(entry, words, here), *_correct_title(entry, words, here, desk is not None)],
        incomplete=known.incomplete is not None,
        sections=[
            (section, [(kind, marked(text, language)) for kind, text in parts])
            for section, parts in _beside(entry, with_comments).items()
        ],
        facts=facts(entry, words, here, desk is not None),
        desk=desk,
        cite=cite and cite_this_section(entry, cite, words),
        comments=_comments(entry, words, with_comments),
        selection=render_html("selection", words=words, article=entry.article),
        seed=render_html(
            "seed",
            words=words,
            lang=in_tag(language),
            seed=entry.article.saved,
            view=seed_view(entry.article, words, with_comments),
        ),
    )
    return Page(here, markdown)


def byline(entry: Entry, words: Interface, here: str) -> list[Markdown]:
    """Outlet, date, author: what stands below a headline, linked to the outlet and the year."""
    known = entry.article.description
    parts: list[Markdown] = []
    if entry.outlet:
        parts.append(Markdown(f"[{escape(entry.outlet.name)}]({link(here, outlet_place(entry.outlet.id))})"))
    shown = display(known.date.value, words.language) if known.date else words("undated")
    date = f"[{escape(shown, starts_line=False)}]({link(here, year_place(entry.year))})"
    if known.date and known.date.certainty is not Certainty.STATED:
        word = evidence((known.date,), entry, words).word
        date += f" [{escape(word)}](#facts){{ .certainty .{known.date.certainty} }}"
    parts.append(Markdown(date))
    names = [found.value for found in (*known.authors, *known.agencies)]
    if names:
        parts.append(escape(" / ".join(dict.fromkeys(names))))
    return parts


def _correct_title(entry: Entry, words: Interface, here: str, with_desk: bool) -> list[Markdown]:
    """The way to put the headline right, which is none of the facts below."""
    target = desk_link(here, entry.article.address.path, "title")
    return [Markdown(f"[{escape(words('desk.correct'))}]({target})")] if with_desk else []


def _beside(entry: Entry, with_comments: bool) -> dict[str, list[tuple[Kind, str]]]:
    """The sections beside the text, each with its parts as (kind, text).

    A part is there once: pages repeat captions for every picture size. Credits stand with their captions; one
    beside no caption is the article's own, and among its facts. An edition without comments has nothing from
    below the article.
    """
    text = entry.article.saved.text
    hidden = frozenset[int]() if with_comments else withheld(entry.article)
    parts = [
        segment
        for number, segment in enumerate(entry.article.segments)
        if segment.kind is not Kind.BLANK and number not in hidden
    ]
    found: dict[str, list[tuple[Kind, str]]] = {section: [] for section in SECTIONS}
    for number, part in enumerate(parts):
        beside = {neighbour.kind for neighbour in parts[max(0, number - 1) : number + 2]}
        pictured = part.kind is Kind.CREDIT and Kind.CAPTION in beside
        section = Kind.CAPTION.section if pictured else part.kind.section
        words = fold(part.span.of(text))
        if section and words and (part.kind, words) not in found[section]:
            found[section].append((part.kind, words))
    return {section: shown for section, shown in found.items() if shown}


def _comments(entry: Entry, words: Interface, shown: bool) -> Markdown | None:
    article = entry.article
    texts = [s.span.of(article.saved.text).strip() for s in article.segments if s.kind is Kind.COMMENT]
    declared = article.description.comments_declared
    if not texts and not (declared and declared.value):
        return None
    if texts and not shown:
        return Markdown(f"{escape(words('comments.withheld', n=len(texts)))}\n{{: .withheld }}")
    lang = in_tag(foreign(entry, words))
    return render_html(
        "comments", words=words, lang=lang, texts=texts, declared=declared.value if declared else None
    )
