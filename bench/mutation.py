"""How many small faults the quick tests notice in the code that promises that notes never slip.

Comes in: the modules and tests of `TARGETS`. Goes out: a table of faults noticed, and those that were not.
pytest reads the tests once; each fault of `mutants.py` runs in a process forked then, and costs little more
than the tests up to the first that fails. The files on disk are never changed. What changes nothing is in
`equivalent.yml` with its reason. Where there is no `fork` (Windows) it does not run.

    .venv/bin/python -m bench.mutation [anchor] [resolve] [segment] [--jobs 2] [--sample N] [--again FILE]
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml
from hypothesis import Phase, settings

from .mutants import Mutant, mutants

ROOT = Path(__file__).parents[1]
EQUIVALENT = Path(__file__).parent / "equivalent.yml"
PACKAGE = "annotated_archive"
LONGEST = 10  # seconds of processor time; a fault that loops for ever is noticed


@dataclass(frozen=True, slots=True)
class Target:
    """Modules (patterns below the root), and the tests that shall notice."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


TARGETS = {
    "anchor": Target(
        ("annotated_archive/stages/anchor/[a-z]*.py",),
        ("tests/test_anchor_borders.py", "tests/test_anchor_possible.py", "tests/test_anchor.py"),
    ),
    "resolve": Target(
        ("annotated_archive/stages/resolve/[a-z]*.py",),
        ("tests/test_resolve_borders.py", "tests/test_print_edition.py", "tests/test_resolve.py"),
    ),
    "segment": Target(
        (
            "annotated_archive/stages/segment/run.py",
            "annotated_archive/stages/segment/title.py",
            "annotated_archive/stages/segment/live.py",
        ),
        (
            "tests/test_segment_run.py",
            "tests/test_segment_title.py",
            "tests/test_segment_live.py",
            "tests/test_segment.py",
        ),
    ),
}
# Examples made at random: slow, and what they promise (nothing of a text is lost) no fault here breaks.
SLOW = "not is_tiled"
# Property tests try the same examples for each fault, and do not look for the simplest that fails.
PROFILE = "mutation"
settings.register_profile(
    PROFILE, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate], deadline=None
)


class Run:
    """A pytest plugin: in place of running the tests once, it runs them once for each fault.

    pytest reads the tests once; each fault has a forked process, in which its module is exchanged.
    """

    def __init__(self, target: Target, jobs: int, again: str, sample: int) -> None:
        """`again` is what an earlier run printed: then only what survived there is tried.

        `sample` is how many faults of each module are tried, the same ones in each run; 0 for all.
        """
        self.target, self.jobs, self.again, self.sample = target, jobs, again, sample
        self.equivalents = known_equivalents()
        self.counts: dict[str, Counter[str]] = {}
        self.sound = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        child = _fork(session, None)
        self.sound = os.waitpid(child, 0)[1] == 0
        queue = self.faults()[::-1] if self.sound else []
        running: dict[int, tuple[str, Mutant]] = {}
        while queue or running:
            while queue and len(running) < self.jobs:
                file, mutant = queue.pop()
                running[_fork(session, (file, mutant))] = (file, mutant)
            child, status = os.wait()
            file, mutant = running.pop(child)
            self.judge(file, mutant, status != 0)
        return True

    def judge(self, file: str, mutant: Mutant, noticed: bool) -> None:
        """Count a fault, and print it if nothing noticed it."""
        change = change_of(mutant)
        same = change in self.equivalents.get(file, {})
        fate = "noticed" if noticed else "equivalent" if same else "survived"
        self.counts.setdefault(file, Counter())[fate] += 1
        if fate == "survived":
            print(f"{file}:{mutant.line}: {change}", flush=True)

    def faults(self) -> list[tuple[str, Mutant]]:
        """The faults to try, each with its module's file."""
        files = [path for pattern in self.target.modules for path in sorted(ROOT.glob(pattern))]
        found: list[tuple[str, Mutant]] = []
        for path in files:
            name = path.relative_to(ROOT).as_posix()
            all_of_it = [
                mutant
                for mutant in mutants(path.read_text("utf-8"))
                if not self.again or f"{change_of(mutant)}\n" in self.again
            ]
            if 0 < self.sample < len(all_of_it):
                all_of_it = random.Random(name).sample(all_of_it, self.sample)
            found += [(name, mutant) for mutant in all_of_it]
        return found


def _fork(session: pytest.Session, fault: tuple[str, Mutant] | None) -> int:
    """The id of a process that ends with 0 if all tests pass."""
    sys.stdout.flush()
    if child := os.fork():
        return child
    passed = False
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        if fault is not None:
            file, mutant = fault
            exchange(file.removesuffix(".py").replace("/", "."), mutant.source)
        passed = _tests_pass(session)
    finally:
        os._exit(0 if passed else 1)


def exchange(name: str, source: str) -> None:
    """Give a module another source, and whoever imported something from it what it is now."""
    module = vars(sys.modules[name])
    before = dict(module)
    exec(compile(source, name, "exec"), module)
    for other in list(sys.modules):
        if other.startswith((PACKAGE, "tests.")):
            names = vars(sys.modules[other])
            for key in before.keys() & names.keys():
                if names[key] is before[key]:
                    names[key] = module[key]


def _tests_pass(session: pytest.Session) -> bool:
    for item, following in zip_longest(session.items, session.items[1:]):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return False
    return True


def run_target(target: Target, jobs: int, again: str, sample: int) -> Run:
    """All faults of a target tried."""
    run = Run(target, jobs, again, sample)
    tests = [test for test in target.tests if (ROOT / test).exists()]
    quiet = ["-o", "addopts=", "-p", "no:terminal", "-p", "no:cacheprovider", "--capture=no"]
    pytest.main([*quiet, f"--hypothesis-profile={PROFILE}", "-k", SLOW, *tests], plugins=[run])
    return run


def change_of(mutant: Mutant) -> str:
    """How a fault is named: the line as it was and as it is."""
    return f"{mutant.was} → {mutant.now}"


def known_equivalents() -> dict[str, dict[str, str]]:
    """By file: `line as it was → line as it is` of the faults that change nothing, with the reason."""
    return yaml.safe_load(EQUIVALENT.read_text("utf-8")) if EQUIVALENT.exists() else {}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.mutation", description=__doc__.split("\n")[0])
    parser.add_argument("target", nargs="*", default=list(TARGETS), help=f"of {', '.join(TARGETS)}")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--again", type=Path, help="output of an earlier run: try what survived there")
    parser.add_argument("--sample", type=int, default=0, help="how many faults of each module; 0: all")
    options = parser.parse_args(arguments)
    again = options.again.read_text("utf-8") if options.again else ""
    os.chdir(ROOT)
    counts: dict[str, Counter[str]] = {}
    for name in options.target:
        run = run_target(TARGETS[name], options.jobs, again, options.sample)
        if not run.sound:
            print(f"The tests of {name} fail without any fault; there is nothing to measure.")
            return 1
        counts |= run.counts
    report(counts)
    return 0


def report(counts: dict[str, Counter[str]]) -> None:
    """The table for RESULTS.md. The share is of the faults that change something."""
    print("| module | faults | noticed | equivalent | not noticed | share |\n|---|--:|--:|--:|--:|--:|")
    for file, count in [*counts.items(), ("together", sum(counts.values(), Counter[str]()))]:
        real = count["noticed"] + count["survived"]
        share = f"{count['noticed'] / real:.0%}" if real else "–"
        cells = (count.total(), count["noticed"], count["equivalent"], count["survived"], share)
        print(f"| {file} | {' | '.join(map(str, cells))} |")


if __name__ == "__main__":
    sys.exit(main())
