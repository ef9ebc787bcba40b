"""Beside a running server: the index of the search follows the pages, and nobody waits for it.

Comes in: a site that was just made. A thread indexes it; a newer build of the site makes it give up. With
`--dirty` a build follows every keystroke, so the index waits until nobody has written for a while.
"""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Thread
from time import sleep

from .indexing import Superseded, index_site

# Seconds without another build; a pause in writing is longer.
PAUSE = 5.0
STEP = 0.1


class FollowingIndex:
    """The index of one server's site, made anew behind each of its builds; the latest build counts."""

    def __init__(self) -> None:
        self._latest = 0

    def follow(
        self,
        site: Path,
        facts: Path,
        language: str,
        log: logging.Logger,
        patient: bool,
        pause: float = PAUSE,
    ) -> Thread:
        """Index `site` in a thread of its own; `patient` waits for a pause first. Returns the thread."""
        self._latest += 1
        number = self._latest

        def current() -> bool:
            return number == self._latest

        def work() -> None:
            for _ in range(round(pause / STEP) if patient else 0):
                if not current():
                    return
                sleep(STEP)
            try:
                for problem in index_site(site, facts, language, current):
                    log.warning("%s", problem)
            except Superseded:
                log.debug("The search is indexed again for newer pages.")
            except OSError as error:  # the server stops, and takes its folder away
                log.debug("The search was not indexed: %s", error)

        thread = Thread(target=work, name="search-index", daemon=True)
        thread.start()
        return thread
