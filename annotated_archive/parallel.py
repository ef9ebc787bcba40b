"""One function over many articles, in several processes where it is worth starting them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

# Starting a process costs as much as some sixty articles: it loads the program and its word lists.
WORTH_ANOTHER_PROCESS = 100
MOST_PROCESSES = 61  # Windows can wait for no more at once
# Handed over at a time, with the function: enough to make that cheap, few enough to share the work evenly.
ARTICLES_AT_A_TIME, SHARES = 25, 16  # at least so many articles, at most so many times for each process


def apply(function: Callable[[A], B], items: Sequence[A], jobs: int | None = 1) -> Iterator[B]:
    """`map(function, items)` in at most `jobs` processes (None: one per processor); results in order.

    A process starts from the script that was run, so only a command may ask for several, not a program that
    was typed or piped into Python.
    """
    processes = min(jobs or os.cpu_count() or 1, MOST_PROCESSES, len(items) // WORTH_ANOTHER_PROCESS)
    if processes < 2:
        yield from map(function, items)
        return
    # A fresh process, not a fork: the locks that other threads hold just then would be copied as well.
    fresh = get_context("spawn")
    at_a_time = max(ARTICLES_AT_A_TIME, len(items) // (SHARES * processes))
    with ProcessPoolExecutor(processes, fresh) as pool:
        yield from pool.map(function, items, chunksize=at_a_time)
