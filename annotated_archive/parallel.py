"""One function over many articles, in several processes where that is worth starting them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

# Starting a process costs as much as some sixty articles: it loads the program and its word lists.
WORTH_ANOTHER_PROCESS = 100
MOST_PROCESSES = 61  # Windows can wait for no more at once
ARTICLES_AT_A_TIME = 25  # few enough to share the work evenly, enough to make handing it over cheap

_function: Callable[[Any], Any] | None = None


def apply(function: Callable[[A], B], items: Sequence[A], jobs: int | None = 1) -> Iterator[B]:
    """`map(function, items)` in at most `jobs` processes (None: one a processor); results in order.

    `function` and what it is bound to are handed to each process once. A process starts from the script that
    was run, so only a command may ask for several, not a program that was typed or piped into Python.
    """
    processes = min(jobs or os.cpu_count() or 1, MOST_PROCESSES, len(items) // WORTH_ANOTHER_PROCESS)
    if processes < 2:
        yield from map(function, items)
        return
    # A fresh process, not a fork: the locks that other threads hold just then would be copied as well.
    fresh = get_context("spawn")
    with ProcessPoolExecutor(processes, fresh, initializer=_start, initargs=(function,)) as pool:
        yield from pool.map(_call, items, chunksize=ARTICLES_AT_A_TIME)


def _start(function: Callable[[Any], Any]) -> None:
    global _function
    _function = function


def _call(item: Any) -> Any:
    assert _function is not None
    return _function(item)
