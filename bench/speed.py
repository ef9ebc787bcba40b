"""Times each stage over a folder of saved texts, in milliseconds an article: the median of several rounds."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from annotated_archive.stages.describe import describe
from annotated_archive.stages.identify import Register, identify
from annotated_archive.stages.read import read_folder
from annotated_archive.stages.segment import segment


def main() -> int:
    """Print a line for each stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="saved articles (.txt)")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts, _ = read_folder(options.folder, str(options.folder))
    if not texts:
        print(f"{options.folder}: no texts to time.")
        return 1
    segmented = [segment(saved)[0] for saved in texts]

    def timed(name: str, stage: Callable[[int], object]) -> None:
        rounds = []
        for _ in range(options.rounds):
            start = time.perf_counter()
            for i in range(len(texts)):
                stage(i)
            rounds.append(1000 * (time.perf_counter() - start) / len(texts))
        print(
            f"{name:9s} {statistics.median(rounds):7.2f} ms an article ({min(rounds):.2f}–{max(rounds):.2f})"
        )

    nobody = Register(())
    timed("segment", lambda i: segment(texts[i]))
    timed("describe", lambda i: describe(texts[i], segmented[i]))
    timed("identify", lambda i: identify(texts[i], segmented[i], nobody))
    print(f"{len(texts)} articles, {options.rounds} rounds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
