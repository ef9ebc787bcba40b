"""`inspect`: how each part of a saved article was understood, as one JSON object per line.

The keys are a contract with other programs: add keys, never change or remove them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..fields import FIELDS
from ..knowledge.curation import Curation, read_curation
from ..knowledge.outlets import known_outlets
from ..model import Certainty, Description, Found, Kind, SavedText, Span
from ..pipeline import understand
from ..problems import Problem
from ..results import Understood
from ..seed_key import seed_key
from ..stages.identify import Register
from ..stages.read import read_file
from ..stages.segment import title_candidates
from ..text.paragraphs import fold
from ..words.chances import STATED, chance_of_kind

# Rules that choose the title among several lines.
CHOSEN = frozenset({"title-above-article", "likely-title"})


def inspect_files(files: Iterable[Path], config_file: Path) -> Iterator[dict[str, Any]]:
    """What is printed for each article; of a file that cannot be read, only its problems (and no `sha256`).

    `curation/` beside `config_file` is used when it is there: people and outlets for any file, an article's
    own entry for files below `seeds/`.
    """
    root = config_file.parent
    curation, _ = read_curation(root / "curation", "curation")
    register = Register(curation.people)
    elsewhere = Curation(people=curation.people, outlets=curation.outlets)
    seeds = (root / "seeds").resolve()
    for path in files:
        inside = path.resolve().is_relative_to(seeds)
        name = path.resolve().relative_to(seeds).as_posix() if inside else path.as_posix()
        curated = curation if inside else elsewhere
        article = curated.articles.get(seed_key(name))
        encoding = article.fields.get("encoding") if article else None
        articles, problems = read_file(
            path, name, path.as_posix(), str(encoding) if encoding else None, curation.largest_seed
        )
        if not articles:
            yield {"seed": name, "segments": [], "people": [], "problems": [str(p) for p in problems]}
        for number, saved in enumerate(articles, start=1):
            understood = understand(saved, curated, register)
            notice = (_one_of_several(saved, number),) if saved.parts > 1 else ()
            yield as_json(understood, curated, (*problems, *notice, *understood.problems))


def _one_of_several(saved: SavedText, number: int) -> Problem:
    """What a person should know who looks at one of a file's articles."""
    finding = f"The file holds {saved.parts} articles; this is number {number}."
    remedy = f"Curate it in curation/articles/{saved.key}.yml."
    return Problem(saved.file, saved.first_line, "R009", finding, remedy)


def as_json(understood: Understood, curation: Curation, problems: Iterable[Problem]) -> dict[str, Any]:
    """The contract's keys and values for one article."""
    saved, description = understood.saved, understood.description
    outlets = known_outlets() | curation.outlets
    outlet = description.outlet.value if description.outlet else None
    mentions = Counter(mention.person for mention in understood.mentions)
    return {
        "seed": saved.label,
        "sha256": saved.sha256,
        "segments": [
            {
                "kind": segment.kind.value,
                "rule": segment.rule,
                "span": [segment.span.start, segment.span.end],
                "lines": list(saved.lines_of(segment.span)),
                "text": segment.span.of(saved.text),
                **({"because": segment.because} if segment.because else {}),
                **_chance(segment.rule),
                **_origin(saved, segment.span),
            }
            for segment in understood.segments
        ],
        **{field.name: _value(getattr(description, field.name)) for field in FIELDS},
        "outlet": outlets[outlet].name if outlet in outlets else outlet,
        "evidence": dict(_evidence(saved, description)),
        "people": [
            {"name": p.name, "id": p.id, "mentions": mentions[p.id], "verified": p.verified}
            for p in understood.people
        ],
        "comments": sum(segment.kind is Kind.COMMENT for segment in understood.segments),
        "hints": [{"field": h.field, "value": h.value, "source": h.source} for h in saved.hints],
        "problems": [str(problem) for problem in problems],
    }


def _chance(rule: str) -> dict[str, float]:
    """How likely the kind is right as far as text and surroundings go, if that was measured."""
    chance = chance_of_kind(rule)
    return {} if chance is None else {"chance": chance}


def _origin(saved: SavedText, span: Span) -> dict[str, Any]:
    """The file's bytes of a segment, where its text is not the file's own."""
    place = saved.bytes_of(span)
    return {"bytes": list(place)} if place else {}


def _value(found: Found[Any] | tuple[Found[Any], ...] | None) -> Any:
    if isinstance(found, tuple):
        return [one.value for one in found]
    return found.value if found else None


def _evidence(saved: SavedText, description: Description) -> Iterator[tuple[str, Any]]:
    for field in FIELDS:
        found = getattr(description, field.name)
        if isinstance(found, tuple):
            if found:
                yield field.name, [_proof(saved, item) for item in found]
        elif found is not None:
            rivals = _rivals(saved, found) if field.name == "title" else {}
            yield field.name, _proof(saved, found) | rivals


def _rivals(saved: SavedText, title: Found[str]) -> dict[str, Any]:
    """How likely the title is by its signs, and which lines it was chosen from, if any choice was made."""
    if title.rule not in CHOSEN or title.span is None:
        return {}
    candidates = title_candidates(saved)
    itself = [c for c in candidates if c.span.start <= title.span.start < c.span.end]
    others = [c for c in candidates if c not in itself]
    # A line that is stated though its signs are weak is the only one: it was not chosen by its chance.
    chosen = [c for c in itself if title.certainty is Certainty.INFERRED or c.chance >= STATED]
    found: dict[str, Any] = {"chance": round(chosen[0].chance, 2)} if chosen else {}
    found["rivals"] = [
        {
            "lines": list(saved.lines_of(c.span)),
            "text": fold(c.span.of(saved.text)),
            "chance": round(c.chance, 2),
        }
        for c in others
    ]
    return found


def _proof(saved: SavedText, found: Found[Any]) -> dict[str, Any]:
    proof: dict[str, Any] = {
        "rule": found.rule,
        "certainty": found.certainty.value,
        "lines": list(saved.lines_of(found.span)) if found.span else None,
    }
    if found.chance is not None:
        proof["chance"] = round(found.chance, 2)
    if found.certainty is Certainty.CURATED:
        proof["because"] = found.because
    return proof
