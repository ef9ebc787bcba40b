"""Settings that name places inside the program. They worked once; the program's public names stay."""

from __future__ import annotations

from collections.abc import Iterator

from ... import __all__ as PUBLIC_NAMES
from ...problems import Problem
from .settings import Setting

PACKAGE = "annotated_archive"
PYTHON = "tag:yaml.org,2002:python/"
SNIPPETS = "pymdownx.snippets"  # what the hook replaces by an extension of the program


def former_names(settings: Setting) -> Iterator[Problem]:
    """A problem for each name or path that a later version may lack."""
    for hook in listed(settings.get("hooks")):
        if is_former(hook.text):
            yield _problem(hook, hook.text, "Write `- build_archive.py`.")
    for extension, setting in named(settings.get("markdown_extensions")):
        if is_former(extension):
            yield _problem(setting, extension, f"Write `- {current_name(extension)}`.")
    folder = settings.get("theme", "custom_dir")
    if folder and is_former(folder.text):
        remedy = f"Write `custom_dir: !!python/name:{PACKAGE}.theme`."
        yield _problem(folder, folder.text, remedy)
    for setting in settings.walk():
        name = setting.tag.partition(":python/")[2].partition(":")[2]
        if setting.tag.startswith(PYTHON) and name.startswith(f"{PACKAGE}."):
            last = name.rpartition(".")[2]
            if name != f"{PACKAGE}.{last}" or last not in PUBLIC_NAMES:
                known = last in PUBLIC_NAMES
                remedy = f"Write `!!python/name:{PACKAGE}.{last}`." if known else "Delete the setting."
                yield _problem(setting, name, remedy)


def current_name(extension: str) -> str:
    """The name of today of a Markdown extension: `current_name("annotated_archive.cite") == PACKAGE`."""
    if not is_former(extension):
        return extension
    return SNIPPETS if extension.endswith("snippets") else PACKAGE


def listed(setting: Setting | None) -> tuple[Setting, ...]:
    """The items of a list, or a single value as one."""
    if setting is None:
        return ()
    return setting.items or ((setting,) if setting.text else ())


def named(setting: Setting | None) -> Iterator[tuple[str, Setting]]:
    """Names, of plugins or extensions, and where they are: `- a`, `- a: {…}` or `a: {…}`."""
    if setting is None:
        return
    yield from setting.keys.items()
    for item in setting.items:
        if item.text:
            yield item.text, item
        yield from item.keys.items()


def is_former(name: str) -> bool:
    """Whether a path or module lies inside the package."""
    path = name.removeprefix("./").replace("\\", "/")
    return path.startswith((f"{PACKAGE}/", f"{PACKAGE}.")) or f"site-packages/{PACKAGE}/" in path


def _problem(setting: Setting, name: str, remedy: str) -> Problem:
    finding = f'"{name}" is a place inside the program, which moves with its versions.'
    return Problem(setting.file, setting.line, "M002", finding, remedy)
