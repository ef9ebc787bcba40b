"""Which files of `docs/` are published, in which edition.

Comes in: paths below `docs/`, and the loaded `mkdocs.yml`. Goes out: the editions that show each. MkDocs
itself decides by `exclude_docs`, `draft_docs` and its own rules; drafts are seen by `mkdocs serve` alone,
which shows the local edition. What NEVER names is in neither, whatever `mkdocs.yml` says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pathspec.gitignore import GitIgnoreSpec

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

LOCAL, PUBLIC = "local", "public"
BOTH = frozenset({LOCAL, PUBLIC})

# Patterns as in .gitignore; those in lower case match names in any case. They are narrow, because a page that
# a person meant to publish must not be missing. `exclude_docs` of mkdocs.yml has the same ones, for whoever
# renders the pages without our hook.
NEVER = (
    # What the program keeps for itself: Zotero's export with its private notes, records, parts of pages.
    "references*.json",
    "/archive/.*",
    "/archive/_*",
    # Backups, leftovers and locks of editors: Emacs, Vim, Kate, nano, JetBrains, LibreOffice, Office.
    "*~",
    r"\#*\#",
    r".\#*",
    "*.bak",
    "*.bak[0-9]*",
    "*.bak.*",
    "*.backup",
    "*.old",
    "*.save",
    "*.save.[0-9]*",
    "*.autosave",
    "*.sw[k-px]",
    "*.kate-swp",
    "*___jb_tmp___",
    "*___jb_old___",
    r".~lock.*\#",
    "~$*",
    "~WR[DL][0-9]*.tmp",
    # Half-written files, and what merging and patching leave.
    "*.tmp",
    "*.tmp.*",
    "*.temp",
    "*.part",
    "*.partial",
    "*.crdownload",
    "*.orig",
    "*.orig.*",
    "*.rej",
    "*_BACKUP_[0-9]*",
    "*_BASE_[0-9]*",
    "*_LOCAL_[0-9]*",
    "*_REMOTE_[0-9]*",
    # Copies that services make when two people write at once: Dropbox, Nextcloud, Syncthing.
    "*(*conflicted copy*)*",
    "*(*[Ii]n Konflikt stehende Kopie*)*",
    "*(Konflikt*Kopie*)*",
    "*.sync-conflict-*",
    "*_conflict-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]-[0-9]*",
    # What file managers keep about a folder.
    ".DS_Store",
    "._*",
    ".directory",
    "__MACOSX/",
    "[Tt]humbs.db",
    "ehthumbs*.db",
    "desktop.ini",
)


@lru_cache(maxsize=1)
def _never() -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(NEVER)


def is_page(path: str) -> bool:
    """Whether MkDocs makes a page of a file of this name."""
    from mkdocs.utils import is_markdown_file

    return is_markdown_file(path)


def never_published(path: str) -> bool:
    """Whether a file of this name stays at home: `never_published("essays/a.md~") is True`."""
    return _never().match_file(path) or _never().match_file(path.lower())


@dataclass(frozen=True, slots=True)
class Published:
    """The editions that show each path, often both and maybe none; and the pages whose place others take."""

    editions: Mapping[str, frozenset[str]]
    replaced: frozenset[str]


def published(paths: Collection[str], config: MkDocsConfig | None = None) -> Published:
    """What MkDocs makes of files below `docs/`; without `config`, by its own rules alone."""
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, InclusionLevel, file_sort_key, set_exclusions

    settings = MkDocsConfig() if config is None else config
    docs, site, as_folders = str(settings.docs_dir), str(settings.site_dir), settings.use_directory_urls
    files = [File(path, docs, site, as_folders) for path in paths if not never_published(path)]
    files.sort(key=file_sort_key)
    set_exclusions(files, settings)
    left = _without_readme(files)
    shown = {
        LOCAL: _shown([file for file in left if file.inclusion != InclusionLevel.EXCLUDED]),
        PUBLIC: _shown([file for file in left if _is_included(file)]),
    }
    found = {path: frozenset(edition for edition in shown if path in shown[edition]) for path in paths}
    meant = {
        file.src_uri
        for file in files
        if file.inclusion != InclusionLevel.EXCLUDED and file.is_documentation_page()
    }
    return Published(found, frozenset(path for path in meant if not found[path]))


def _without_readme(files: Sequence[File]) -> list[File]:
    """As MkDocs does: of files in one folder that want one address (README.md, index.md) one is left."""
    first: dict[tuple[str, str], File] = {}
    beaten: set[str] = set()
    for file in files:
        folder = file.src_uri.rpartition("/")[0]
        earlier = first.setdefault((folder, file.dest_uri), file)
        if earlier is not file:
            beaten.add((earlier if _is_included(file) else file).src_uri)
    return [file for file in files if file.src_uri not in beaten]


def _is_included(file: File) -> bool:
    from mkdocs.structure.files import InclusionLevel

    return file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def _shown(files: Sequence[File]) -> set[str]:
    """What a reader gets to see: a page that is written later, as of a/index.md, replaces that of a.md."""
    pages = {file.dest_uri: file.src_uri for file in files if file.is_documentation_page()}
    return {file.src_uri for file in files if pages.get(file.dest_uri, file.src_uri) == file.src_uri}
