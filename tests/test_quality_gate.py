"""The gate reads a measuring script's lines; scores rise quietly and fall only when somebody says so."""

import subprocess
import sys

from bench.quality import falls, raised, scores_of

from .project_copy import ROOT

PRINTED = """\
articles.jsonl: 52 of 52 pages answered, 12.3 ms a page
body      pages   52  P 0.951  R 0.962  F1 0.956  pages with F1>=.9 92%
    0.41 (P 0.30 R 0.70)  some page
passages  pages   20  P 0.900  R 0.910  F1 0.905  comments leaked 2 of 64
title     pages   52  right 82%  wrong 12%  none 6%
"""


def test_scores_are_read_from_the_lines():
    assert scores_of(PRINTED) == {
        "body": {"P": 0.951, "R": 0.962, "F1": 0.956, "pages with F1>=.9": 0.92},
        "passages": {"P": 0.9, "R": 0.91, "F1": 0.905, "comments leaked": 2},
        "title": {"right": 0.82, "wrong": 0.12},
    }


def test_a_fall_is_named_and_a_rise_becomes_the_floor():
    floors = {"title": {"right": 0.8, "wrong": 0.1}, "date": {"right": 0.9}}
    scores = {"title": {"right": 0.85, "wrong": 0.12}}
    assert falls(floors, scores) == [
        "title wrong: 0.12 instead of 0.1",
        "date right: None instead of 0.9",
    ]
    assert raised(floors, scores) == {"title": {"right": 0.85, "wrong": 0.1}}


def test_without_a_corpus_it_says_that_nothing_was_measured():
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "quality.py")], capture_output=True, text=True, check=True
    )
    assert done.stdout == (
        "Nothing was measured: give a folder of annotated pages (*.jsonl) and --measure SCRIPT.\n"
    )
