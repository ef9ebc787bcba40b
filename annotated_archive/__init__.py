"""Annotated Archive: a folder of saved press articles becomes a website to search, read and cite.

`pipeline` is the map: the stages in the order in which data flows. `model` holds the types they share.

The names below are what an archive anywhere may name in its `mkdocs.yml` and `build_archive.py`, and other
programs import. They stay, wherever the code moves. Each is imported when it is first asked for, so that
importing the package, as each of its modules does, costs nothing and has no effects.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .cli import main as main
    from .pipeline import build as build
    from .pipeline import gather as gather
    from .problems import Problem as Problem
    from .project import Project as Project
    from .project import ProjectError as ProjectError
    from .project import load_project as load_project
    from .renderer import theme as theme
    from .renderer.citations import makeExtension as makeExtension
    from .renderer.hook import on_build_error as on_build_error
    from .renderer.hook import on_config as on_config
    from .renderer.hook import on_env as on_env
    from .renderer.hook import on_files as on_files
    from .renderer.hook import on_page_content as on_page_content
    from .renderer.hook import on_post_build as on_post_build
    from .renderer.hook import on_pre_build as on_pre_build
    from .renderer.hook import on_serve as on_serve
    from .renderer.hook import on_startup as on_startup
    from .renderer.quiet import banner as banner

# Where each name has its home. `makeExtension` is what Python-Markdown asks of an extension.
HOMES = {
    "cli": ("main",),
    "pipeline": ("build", "gather"),
    "problems": ("Problem",),
    "project": ("Project", "ProjectError", "load_project"),
    "renderer": ("theme",),
    "renderer.citations": ("makeExtension",),
    "renderer.hook": (
        "on_build_error",
        "on_config",
        "on_env",
        "on_files",
        "on_page_content",
        "on_post_build",
        "on_pre_build",
        "on_serve",
        "on_startup",
    ),
    "renderer.quiet": ("banner",),
}
_HOME = {name: module for module, names in HOMES.items() for name in names}
__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
