"""`inspect`: how each part of a saved article was understood, as one JSON object a line.

The keys are a contract with other programs: add keys, never change or remove them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..knowledge.curation import Curation, read_curation
from ..knowledge.outlets import known_outlets
from ..model import Certainty, Description, Found, Kind, SavedText
from ..pipeline import Understood, understand
from ..problems import Problem
from ..seed_key import seed_key
from ..stages.read import read_file


def inspect_files(files: Iterable[Path], config_file: Path) -> Iterator[dict[str, Any]]:
    """What is printed for each file; of a file that cannot be read, only its problems (and no `sha256`).

    `curation/` beside `config_file` is used when it is there: people and outlets for any file, an article's
    own entry for files below `seeds/`.
    """
    root = config_file.parent
    curation, _ = read_curation(root / "curation", "curation")
    elsewhere = Curation(people=curation.people, outlets=curation.outlets)
    seeds = (root / "seeds").resolve()
    for path in files:
        inside = path.resolve().is_relative_to(seeds)
        name = path.resolve().relative_to(seeds).as_posix() if inside else path.as_posix()
        curated = curation if inside else elsewhere
        article = curated.articles.get(seed_key(name))
        encoding = article.fields.get("encoding") if article else None
        saved, problems = read_file(path, name, path.as_posix(), str(encoding) if encoding else None)
        if saved is None:
            yield {"seed": name, "segments": [], "people": [], "problems": [str(p) for p in problems]}
            continue
        understood = understand(saved, curated)
        yield as_json(understood, curated, (*problems, *understood.problems))


def as_json(understood: Understood, curation: Curation, problems: Iterable[Problem]) -> dict[str, Any]:
    """The contract's keys and values for one article."""
    saved, description = understood.saved, understood.description
    outlets = known_outlets() | curation.outlets
    outlet = description.outlet.value if description.outlet else None
    mentions = Counter(mention.person for mention in understood.mentions)
    return {
        "seed": saved.name,
        "sha256": saved.sha256,
        "segments": [
            {
                "kind": segment.kind.value,
                "rule": segment.rule,
                "span": [segment.span.start, segment.span.end],
                "lines": list(saved.lines_of(segment.span)),
                "text": segment.span.of(saved.text),
            }
            for segment in understood.segments
        ],
        "title": _value(description.title),
        "kicker": _value(description.kicker),
        "outlet": outlets[outlet].name if outlet in outlets else outlet,
        "date": _value(description.date),
        "time": _value(description.time),
        "authors": [found.value for found in description.authors],
        "agencies": [found.value for found in description.agencies],
        "url": _value(description.url),
        "lang": _value(description.lang),
        "rights": _value(description.rights),
        "evidence": dict(_evidence(saved, description)),
        "people": [
            {"name": p.name, "id": p.id, "mentions": mentions[p.id], "verified": p.verified}
            for p in understood.people
        ],
        "comments": sum(segment.kind is Kind.COMMENT for segment in understood.segments),
        "comments_declared": _value(description.comments_declared),
        "incomplete": _value(description.incomplete),
        "problems": [str(problem) for problem in problems],
    }


def _value(found: Found[Any] | None) -> Any:
    return found.value if found else None


def _evidence(saved: SavedText, description: Description) -> Iterator[tuple[str, Any]]:
    for field in Description.__dataclass_fields__:
        found = getattr(description, field)
        if isinstance(found, tuple):
            if found:
                yield field, [_proof(saved, item) for item in found]
        elif found is not None:
            yield field, _proof(saved, found)


def _proof(saved: SavedText, found: Found[Any]) -> dict[str, Any]:
    proof: dict[str, Any] = {
        "rule": found.rule,
        "certainty": found.certainty.value,
        "lines": list(saved.lines_of(found.span)) if found.span else None,
    }
    if found.certainty is Certainty.CURATED:
        proof["because"] = found.because
    return proof
