"""Fits the weights of a title's signs anew, from pages whose titles are known.

Each line of a corpus file is one page: `text`, `title`, and an `id` that begins with its outlet, up to the
first underscore. A conditional logistic model is fitted: a page's candidates compete with one another and
with there being no title. It is convex, so that Rprop (Riedmiller and Braun 1993) finds its one optimum.
Before the weights it prints how the model does on outlets that were left out of the fit.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from annotated_archive.model import SavedText
from annotated_archive.stages.segment.segmenting import lay_out
from annotated_archive.stages.segment.title import CLEARLY, LIKELY, signs_of_titles
from annotated_archive.stages.segment.title_weights import WEIGHTS

NONE = "no-title"
ROUNDS, FOLDS = 120, 5
GROW, SHRINK, SMALLEST, LARGEST = 1.2, 0.5, 1e-5, 0.5
STEP = 0.05  # to which the weights are rounded

Weights = dict[str, float]


@dataclass(frozen=True)
class Sample:
    """A page's candidates: the signs of each, and whether its line is the title."""

    outlet: str
    lines: tuple[str, ...]
    signs: tuple[Weights, ...]
    right: tuple[bool, ...]


def main() -> int:
    """Print scores on outlets left out, then the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="+", help="annotated pages (.jsonl)")
    parser.add_argument("--penalty", type=float, default=1.0, help="weight of the L2 penalty")
    options = parser.parse_args()
    pages = [json.loads(line) for path in options.corpus for line in path.read_text("utf-8").splitlines()]
    samples = [sample for page in pages if page.get("title") and (sample := _sample(page)) is not None]
    if not samples:
        print("No page with a title and an article: nothing to fit.")
        return 1
    outlets = sorted({sample.outlet for sample in samples})
    verdicts: Counter[str] = Counter()
    for fold in range(FOLDS):
        left_out = set(outlets[fold::FOLDS])
        weights = fit([s for s in samples if s.outlet not in left_out], options.penalty)
        verdicts.update(verdict(s, weights) for s in samples if s.outlet in left_out)
    shares = "  ".join(f"{name} {verdicts[name] / len(samples):.0%}" for name in ("right", "wrong", "none"))
    print(f"{len(samples)} pages, outlets left out: {shares}")
    for name, value in sorted(fit(samples, options.penalty).items(), key=lambda item: -item[1]):
        print(f'        "{name}": {round(round(value / STEP) * STEP, 2)},')
    return 0


def _sample(page: dict[str, str]) -> Sample | None:
    found = lay_out(SavedText(page["id"], page["id"], page["text"], ""), "extend")
    blocks = found.blocks
    signs = signs_of_titles(blocks, found.marks, *found.run)[0] if found.run is not None else {}
    if not signs:
        return None
    right = tuple(_same(page["title"], blocks[i].text) for i in signs)
    outlet = page["id"].rsplit("/", 1)[-1].partition("_")[0]
    return Sample(outlet, tuple(blocks[i].folded for i in signs), tuple(signs.values()), right)


def _same(title: str, line: str) -> bool:
    """Whether a line is the title, perhaps with a kicker or without its last words."""
    one, two = (re.sub(r"[\W_]+", " ", text.casefold()).strip() for text in (title, line))
    short, long = sorted((one, two), key=len)
    return bool(short) and short in long and (one == two or len(short) > 0.6 * len(long))


def fit(samples: Sequence[Sample], penalty: float) -> Weights:
    """The weights that make the titles likeliest, less the penalty."""
    weights = dict.fromkeys((*WEIGHTS, NONE), 0.0)
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
    slope = defaultdict(float, {n: -penalty * w for n, w in weights.items() if n != NONE})
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


def verdict(sample: Sample, weights: Weights) -> str:
    """Whether the model calls the right line the title, a wrong one, or none."""
    chances, _ = _chances(sample, weights)
    best = max(range(len(chances)), key=lambda i: chances[i])
    same = [line == sample.lines[best] for line in sample.lines]
    itself = sum(c for c, is_same in zip(chances, same, strict=True) if is_same)
    second = max((c for c, is_same in zip(chances, same, strict=True) if not is_same), default=0.0)
    if itself < LIKELY or itself < CLEARLY * second:
        return "none"
    return "right" if sample.right[best] else "wrong"


if __name__ == "__main__":
    sys.exit(main())
