"""Finds a Chromium or Chrome for the browser tests; if there is none, installs one; else says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
INSTALL_SECONDS = 600
WHAT_TO_DO = """\
The browser tests need Chromium or Chrome, and none could be found or installed. Do one of these:
  - install Chromium or Google Chrome with your system's package manager
  - run: .venv/bin/playwright install chromium
  - set CHROMIUM to the path of a Chromium or Chrome that is installed elsewhere
What was tried:
"""


class NoChromium(Exception):
    """No browser, and why none could be installed."""


def chromium() -> str:
    """The path of a Chromium that runs. Raises NoChromium with what to do."""
    tried: list[str] = []
    named = os.environ.get("CHROMIUM")
    found = [named] if named else [p for name in NAMES if (p := shutil.which(name))]
    found += [str(MAC)] if MAC.exists() else []
    found += _playwrights_own()
    for path in found:
        if _runs(path, tried):
            return path
    if named:
        raise NoChromium(WHAT_TO_DO + "\n".join(tried))
    if _succeeds([sys.executable, "-m", "playwright", "install", "chromium"], tried):
        for path in _playwrights_own():
            if _runs(path, tried):
                return path
    on_debian_as_root = Path("/etc/debian_version").exists() and os.geteuid() == 0
    if on_debian_as_root and _succeeds(["apt-get", "update", "-qq"], tried):
        _succeeds(["apt-get", "install", "-y", "-qq", "chromium"], tried)
        if (fresh := shutil.which("chromium")) and _runs(fresh, tried):
            return fresh
    raise NoChromium(WHAT_TO_DO + "\n".join(tried))


def _playwrights_own() -> list[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return [path] if Path(path).exists() else []


def _runs(path: str, tried: list[str]) -> bool:
    return _succeeds([path, "--version"], tried)


def _succeeds(command: list[str], tried: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        tried.append(f"  {' '.join(command)}: {error}")
        return False
    if done.returncode:
        tried.append(f"  {' '.join(command)}: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.returncode == 0
