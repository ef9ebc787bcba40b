"""Fits how likely dates, authors, outlets and kinds of lines are right, from annotated pages.

Each line of a corpus file is one page: `text`, `url` or `id`, and any of `date`, `authors`, `body` (lines of
the article's text). A fact's signs weigh in a logistic model with an L2 penalty, so that what is rare stays
near the mean. Each outlet is judged by a fit without it: the table says how often facts of each chance were
right. A rule that gives lines their kinds has a plain share, drawn to the mean of all.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

import yaml

from annotated_archive.kinds import READABLE, Kind
from annotated_archive.knowledge.outlets import directory
from annotated_archive.model import Certainty, Found, SavedText, Segment
from annotated_archive.stages.describe import doubts, notices
from annotated_archive.stages.describe.bylines import credits
from annotated_archive.stages.describe.dated_lines import candidates
from annotated_archive.stages.describe.language import language
from annotated_archive.stages.describe.outlet import outlet
from annotated_archive.stages.describe.page import Page
from annotated_archive.stages.describe.publication import first_found
from annotated_archive.stages.segment import segment
from annotated_archive.words.chances import STATED
from bench.annotated import outlet_of

FIELDS = ("date", "authors", "outlet")
FOLDS, ROUNDS = 10, 60
FEWEST_FACTS, FEWEST_LINES = 6, 15  # that a rule must have met to be measured
DRAWN = 10  # lines of the mean that each rule is given besides its own
FEWEST_WORDS = 4  # of a line by which a kind is judged: shorter ones stand in a text by chance
HEAD = """\
# How likely facts are right, by the rule that found them and by what speaks for and against them: points of a
# logistic model, which add up. Written by bench/chances.py. `kinds`: the share of the lines of each rule that
# belong to the article's text where the rule says so, or do not where it says that.
"""

Weights = dict[str, float]


@dataclass(frozen=True)
class Sample:
    """A fact that a rule found: its signs, the rule among them, and whether it is right.

    `stated` says that the rule alone would have it stated.
    """

    page: str
    outlet: str
    rule: str
    signs: frozenset[str]
    right: bool
    stated: bool


def main() -> int:
    """Print how chances and shares agree on outlets left out; write the numbers."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="+", help="annotated pages (.jsonl)")
    parser.add_argument("--penalty", type=float, default=0.5, help="weight of the L2 penalty")
    parser.add_argument("--write", type=Path, help="the file of chances to write")
    options = parser.parse_args()
    facts: dict[str, list[Sample]] = {field: [] for field in FIELDS}
    lines: dict[str, Counter[bool]] = defaultdict(Counter)
    for path in options.corpus:
        for line in path.read_text("utf-8").splitlines():
            _read(json.loads(line), facts, lines)
    numbers: dict[str, Any] = {}
    for field, samples in facts.items():
        _print_table(field, samples, options.penalty)
        met = Counter(sample.rule for sample in samples)
        rare = {rule for rule, count in met.items() if count < FEWEST_FACTS}
        fitted = {n: v for n, v in fit(samples, options.penalty).items() if n not in rare}
        numbers[field] = {name: round(value, 2) for name, value in sorted(fitted.items())}
    numbers["kinds"] = shares(lines)
    text = HEAD + yaml.safe_dump(numbers, sort_keys=False, allow_unicode=True)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def _read(page: dict[str, Any], facts: dict[str, list[Sample]], lines: dict[str, Counter[bool]]) -> None:
    saved = SavedText("page.txt", "page.txt", page["text"].replace("\r\n", "\n"), "0" * 64)
    segments, _ = segment(saved)
    looked = Page(saved, segments)
    told = language(looked)
    found = candidates(looked, told.value if told else None)
    date = first_found(looked, told.value if told else None, found).date

    def add(field: str, fact: Found[str], signs: set[str], right: bool) -> None:
        stated = fact.certainty is Certainty.STATED
        facts[field].append(
            Sample(page["id"], outlet_of(page), fact.rule, frozenset({fact.rule, *signs}), right, stated)
        )

    if date is not None and page.get("date"):
        signs = doubts.signs_of_date(date, looked, found)
        add("date", date, signs, date.value[:10] == page["date"][:10])
    authors, _ = credits(looked, date.span if date else None)
    if page.get("authors"):
        annotated = set(_names(page["authors"]))
        for author in authors:
            add("authors", author, doubts.signs_of_author(author), _fold(author.value) in annotated)
    known = directory({})
    named = outlet(looked, known, notices.address(looked), None)
    if named is not None and page.get("url"):
        itself = known.at(page["url"], None)
        add("outlet", named, set(), itself is not None and itself.id == named.value)
    if page.get("body"):
        _read_kinds(saved, segments, page["body"], lines)


def _names(authors: Sequence[str | Sequence[str]]) -> Iterator[str]:
    for author in authors:
        printed = author if isinstance(author, str) else "; ".join(author)
        yield from filter(None, map(_fold, re.split(r"[;,]| und ", printed)))


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _read_kinds(
    saved: SavedText, segments: Sequence[Segment], body: str | Sequence[str], lines: dict[str, Counter[bool]]
) -> None:
    """Count for each rule the lines that the annotated text has, where the rule says so, or has not."""
    text = f" {_fold(body if isinstance(body, str) else ' '.join(body))} "
    for part in segments:
        if part.kind in (Kind.BLANK, Kind.TITLE, Kind.KICKER):
            continue
        for line in part.span.of(saved.text).split("\n"):
            if len(line.split()) >= FEWEST_WORDS:
                lines[part.rule][(f" {_fold(line)} " in text) == (part.kind in READABLE)] += 1


def shares(lines: dict[str, Counter[bool]]) -> Weights:
    """The share of right lines of each rule that met enough of them, drawn to the mean of all rules."""
    mean = sum(c[True] for c in lines.values()) / max(1, sum(c.total() for c in lines.values()))
    return {
        rule: round((counted[True] + DRAWN * mean) / (counted.total() + DRAWN), 2)
        for rule, counted in sorted(lines.items())
        if counted.total() >= FEWEST_LINES
    }


def fit(samples: Sequence[Sample], penalty: float) -> Weights:
    """The weights that make the verdicts likeliest, less the penalty: Newton, one weight at a time."""
    weights: Weights = {"base": 0.0, **dict.fromkeys(sorted({s for x in samples for s in x.signs}), 0.0)}
    rows = [(("base", *sample.signs), float(sample.right)) for sample in samples]
    for _ in range(ROUNDS):
        for name in weights:
            own = 0.0 if name == "base" else penalty
            slope, bend = -own * weights[name], own + 1e-6
            for signs, right in rows:
                if name in signs:
                    likely = _chance(signs, weights)
                    slope += right - likely
                    bend += likely * (1 - likely)
            weights[name] += max(-1.0, min(1.0, slope / bend))
    return weights


def _chance(signs: Sequence[str], weights: Weights) -> float:
    return 1 / (1 + exp(-sum(weights.get(sign, 0.0) for sign in signs)))


def _print_table(field: str, samples: Sequence[Sample], penalty: float) -> None:
    """How often facts of each chance are right, each judged by a fit without its outlet."""
    bins: dict[int, Counter[bool]] = defaultdict(Counter)
    before: set[str] = set()
    wrong: set[str] = set()
    for fold in range(FOLDS):
        left_out = {s.outlet for s in samples if zlib.crc32(s.outlet.encode()) % FOLDS == fold}
        weights = fit([s for s in samples if s.outlet not in left_out], penalty)
        for sample in samples:
            if sample.outlet not in left_out:
                continue
            likely = _chance(("base", *sample.signs), weights)
            bins[min(19, int(20 * likely))][sample.right] += 1
            if sample.stated and not sample.right:
                before.add(sample.page)
                if likely >= STATED:
                    wrong.add(sample.page)
    print(
        f"{field}: {len(samples)} facts; wrong and stated on {len(before)} pages by rules alone, "
        f"on {len(wrong)} by chances"
    )
    for twentieth, counted in sorted(bins.items(), reverse=True):
        print(f"  chance from {twentieth / 20:.2f}: {counted[True]} of {counted.total()} right")


if __name__ == "__main__":
    sys.exit(main())
