"""The quality gate: scores over annotated pages may rise quietly and fall only when somebody says so."""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
FLOORS = HERE / "floors.yml"
SCORE = re.compile(r"(P|R|F1|right|wrong|pages with F1>=.9|comments leaked) (\d*\.?\d+%?)(?: of (\d+))?")
LOWER_IS_BETTER = {"wrong", "comments leaked"}
# A score moves by so much when one sentence of one page does; less than this is no fall.
TOLERANCE = 0.0005

Scores = dict[str, dict[str, float]]


def scores_of(printed: str) -> Scores:
    """The scores of a measuring script's lines: `body  pages 52  P 0.951  R 0.962 …` by measure and name."""
    scores: Scores = {}
    for line in printed.splitlines():
        measure, _, rest = line.partition(" ")
        if "pages" not in rest or line.startswith(" "):
            continue
        found = {name: _number(value) for name, value, _ in SCORE.findall(rest)}
        if found:
            scores[measure] = found
    return scores


def _number(text: str) -> float:
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def falls(floors: Scores, scores: Scores) -> list[str]:
    """The scores that are worse than their floors, in words."""
    found = []
    for measure, names in floors.items():
        for name, floor in names.items():
            score = scores.get(measure, {}).get(name)
            worse = score is None or (
                score > floor + TOLERANCE if name in LOWER_IS_BETTER else score < floor - TOLERANCE
            )
            if worse:
                found.append(f"{measure} {name}: {score} instead of {floor}")
    return found


def raised(floors: Scores, scores: Scores) -> Scores:
    """The floors with every better score in place of the old one."""
    best: Scores = {}
    for measure, names in scores.items():
        best[measure] = {}
        for name, score in names.items():
            pick = min if name in LOWER_IS_BETTER else max
            best[measure][name] = pick(score, floors.get(measure, {}).get(name, score))
    return best


def main() -> int:
    """Measure every corpus of a folder. Exit code 0 if nothing fell, 1 if something did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", help="a folder of annotated pages (*.jsonl)")
    parser.add_argument("--measure", type=Path, help="the measuring script")
    parser.add_argument("--allow-fall", action="store_true", help="take lower scores as the new floors")
    options = parser.parse_args()
    files = sorted(options.corpus.glob("*.jsonl")) if options.corpus else []
    if not files or options.measure is None:
        print("Nothing was measured: give a folder of annotated pages (*.jsonl) and --measure SCRIPT.")
        return 0
    floors: dict[str, Scores] = yaml.safe_load(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    fallen = []
    for file in files:
        command = [sys.executable, str(options.measure), str(file)]
        inspect = f"{shlex.quote(sys.executable)} build_archive.py inspect"
        done = subprocess.run(
            [*command, "--command", inspect], cwd=HERE.parent, capture_output=True, text=True, check=False
        )
        print(done.stdout + done.stderr, end="")
        if done.returncode:
            return 1
        scores, before = scores_of(done.stdout), floors.get(file.stem, {})
        fallen += [f"{file.stem}: {fall}" for fall in falls(before, scores)]
        floors[file.stem] = scores if options.allow_fall else raised(before, scores)
    if fallen and not options.allow_fall:
        print("\nBelow the floors of bench/floors.yml:", *fallen, sep="\n  ")
        return 1
    FLOORS.write_text(yaml.safe_dump(floors, sort_keys=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
