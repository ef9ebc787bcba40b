"""Fits the weights of a title's signs anew, from pages whose titles are known.

Each line of a corpus file is one page: `text`, `title`, and `url` or an `id` that begins with its outlet, up
to the first underscore. A conditional logistic model is fitted: a page's candidates compete with one another
and with there being no title. It is convex, so that Rprop (Riedmiller and Braun 1993) finds its one optimum.
The penalty is on moving away from the weights in use: what they know of other corpora stays, as far as these
pages do not speak against it. Before the weights it prints how the model does on outlets that were left out
of the fit, and how often titles of each chance are right, or another headline of the same article.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from annotated_archive.model import SavedText
from annotated_archive.stages.segment import forms
from annotated_archive.stages.segment.block import Block
from annotated_archive.stages.segment.segmenting import lay_out
from annotated_archive.stages.segment.title import CLEARLY, LIKELY, signs_of_titles
from annotated_archive.stages.segment.title_variants import same_headline, same_wording
from annotated_archive.stages.segment.title_weights import NO_TITLE, WEIGHTS
from bench.annotated import other_headline, outlet_of, same_title

NONE = "no-title"
ROUNDS, FOLDS = 120, 5
GROW, SHRINK, SMALLEST, LARGEST = 1.2, 0.5, 1e-5, 0.5
STEP = 0.05  # to which the weights are rounded

Weights = dict[str, float]


@dataclass(frozen=True)
class Sample:
    """A page's candidates: the signs of each, and whether its line is the title."""

    outlet: str
    title: str
    lines: tuple[Block, ...]
    signs: tuple[Weights, ...]
    right: tuple[bool, ...]


def main() -> int:
    """Print scores on outlets left out, then the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="+", help="annotated pages (.jsonl)")
    parser.add_argument("--penalty", type=float, default=20.0, help="of the L2 penalty on each change")
    options = parser.parse_args()
    pages = [json.loads(line) for path in options.corpus for line in path.read_text("utf-8").splitlines()]
    titled = [page for page in pages if page.get("title")]
    samples = [sample for page in titled if (sample := _sample(page)) is not None]
    if not samples:
        print("No page with a title and an article: nothing to fit.")
        return 1
    verdicts: Counter[str] = Counter(none=len(titled) - len(samples))
    bins: dict[int, Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        left_out = {s.outlet for s in samples if zlib.crc32(s.outlet.encode()) % FOLDS == fold}
        weights = fit([s for s in samples if s.outlet not in left_out], options.penalty)
        for sample in samples:
            if sample.outlet in left_out:
                found, chance = verdict(sample, weights)
                verdicts[found] += 1
                bins[min(9, int(10 * chance))][found] += found != "none"
    names = ("right", "other headline", "wrong", "none")
    shares = "  ".join(f"{name} {verdicts[name] / len(titled):.0%}" for name in names)
    print(f"{len(titled)} pages, outlets left out: {shares}")
    for tenth, counted in sorted(bins.items(), reverse=True):
        print(f"chance from .{tenth}: " + ", ".join(f"{counted[name]} {name}" for name in names[:-1]))
    for name, value in sorted(fit(samples, options.penalty).items(), key=lambda item: -item[1]):
        print(f'        "{name}": {round(round(value / STEP) * STEP, 2)},')
    return 0


def _sample(page: dict[str, str]) -> Sample | None:
    found = lay_out(SavedText(page["id"], page["id"], page["text"], ""), "extend")
    blocks = found.blocks
    signs = signs_of_titles(blocks, found.marks, *found.run)[0] if found.run is not None else {}
    if not signs:
        return None
    lines = tuple(blocks[i] for i in signs)
    right = tuple(same_title(page["title"], line.text) for line in lines)
    return Sample(outlet_of(page), page["title"], lines, tuple(signs.values()), right)


def fit(samples: Sequence[Sample], penalty: float) -> Weights:
    """The weights that make the titles likeliest, less the penalty."""
    weights = {**WEIGHTS, NONE: NO_TITLE}
    steps = dict.fromkeys(weights, 0.1)
    before = dict.fromkeys(weights, 0.0)
    for _ in range(ROUNDS):
        slope = _slope(samples, weights, penalty)
        for name, now in slope.items():
            turned = now * before[name]
            steps[name] = min(LARGEST, max(SMALLEST, steps[name] * (GROW if turned > 0 else SHRINK)))
            if turned < 0:
                slope[name] = 0.0
            elif now:
                weights[name] += steps[name] if now > 0 else -steps[name]
        before = slope
    return weights


def _slope(samples: Sequence[Sample], weights: Weights, penalty: float) -> Weights:
    slope = defaultdict(float, {n: -penalty * (w - WEIGHTS[n]) for n, w in weights.items() if n != NONE})
    for sample in samples:
        chances, none = _chances(sample, weights)
        titled = any(sample.right)
        hit = sum(c for c, right in zip(chances, sample.right, strict=True) if right) if titled else none
        for signs, chance, right in zip(sample.signs, chances, sample.right, strict=True):
            share = (chance / hit if right else 0.0) - chance
            for name, value in signs.items():
                slope[name] += share * value
        slope[NONE] += (0.0 if titled else 1.0) - none
    return dict(slope)


def _chances(sample: Sample, weights: Weights) -> tuple[list[float], float]:
    points = [sum(weights[name] * value for name, value in signs.items()) for signs in sample.signs]
    highest = max(*points, weights[NONE])
    odds = [exp(value - highest) for value in points]
    none = exp(weights[NONE] - highest)
    total = sum(odds) + none
    return [value / total for value in odds], none / total


def verdict(sample: Sample, weights: Weights) -> tuple[str, float]:
    """What the line is that the model gives as the title, and its chance."""
    chances, _ = _chances(sample, weights)
    best = max(range(len(chances)), key=lambda i: chances[i])
    line = sample.lines[best]
    variants = [same_headline(other, line) for other in sample.lines]
    itself = sum(c for c, same in zip(chances, variants, strict=True) if same)
    rivals = [
        c
        for c, same, other in zip(chances, variants, sample.lines, strict=True)
        if not same and other.words > 1 and not forms.names_people(other)
    ]
    if itself < LIKELY or itself < CLEARLY * max(rivals, default=0.0):
        return "none", 0.0
    chance = sum(
        c
        for c, same, other in zip(chances, variants, sample.lines, strict=True)
        if same and same_wording(other, line)
    )
    if sample.right[best]:
        return "right", chance
    return "other headline" if other_headline(sample.title, line.text) else "wrong", chance


if __name__ == "__main__":
    sys.exit(main())
