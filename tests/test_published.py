"""What is published is what MkDocs publishes, by its own code, but for names that never are."""

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel, get_files

from annotated_archive.editions.published import LOCAL, NEVER, PUBLIC, published

from .project_copy import ROOT

# Paths below docs/, and settings of mkdocs.yml.
SITUATIONS = {
    "nothing set": (["a.md", ".b.md", ".c/d.md", "templates/e.md", "x/templates/f.md"], {}),
    "excluded": (["a.md", "b.md", "sub/b.md", "sub/c.txt"], {"exclude_docs": "b.md\n*.txt"}),
    "excluded at the top": (["b.md", "sub/b.md"], {"exclude_docs": "/b.md"}),
    "an excluded folder": (["b/a.md", "sub/b/c.md"], {"exclude_docs": "b/"}),
    "wanted all the same": ([".a.md", ".b.md", "templates/c.md"], {"exclude_docs": "!.a.md\n!/templates/"}),
    "all but one": (["a.md", "b.md"], {"exclude_docs": "*.md\n!b.md"}),
    "drafts": (["a.md", "drafts/b.md"], {"draft_docs": "drafts/"}),
    "drafts but one": (["_a.md", "_b.md"], {"draft_docs": "_*.md\n!_b.md"}),
    "excluded and draft": (["a.md"], {"draft_docs": "a.md", "exclude_docs": "a.md"}),
    "not in the navigation": (["a.md", "b.md"], {"not_in_nav": "b.md"}),
    "readme beside index": (["README.md", "index.md", "sub/README.md"], {}),
    "readme beside a draft": (["README.md", "index.md"], {"draft_docs": "index.md"}),
    "draft readme": (["README.md", "index.md"], {"draft_docs": "README.md"}),
    "both drafts": (["README.md", "index.md"], {"draft_docs": "*.md"}),
    "readme beside what is excluded": (["README.md", "index.md"], {"exclude_docs": "index.md"}),
    "two suffixes": (["a.md", "a.markdown"], {}),
    "a page and its file": (["index.html", "index.md"], {}),
    "files instead of folders": (["a.html", "a.md", "b/index.md"], {"use_directory_urls": False}),
    "two suffixes, one a draft": (["a.markdown", "a.md"], {"draft_docs": "a.md"}),
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_it_is_what_mkdocs_publishes(name, tmp_path):
    paths, settings = SITUATIONS[name]
    for path in paths:
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text("# A\n")
    config = MkDocsConfig()
    config.load_dict(
        {"site_name": "A", "docs_dir": str(tmp_path / "docs"), "site_dir": str(tmp_path / "site")} | settings
    )
    assert config.validate() == ([], [])
    files = list(get_files(config))
    found = published(paths, config).editions
    for edition, shown in ((PUBLIC, InclusionLevel.is_included), (LOCAL, InclusionLevel.is_in_serve)):
        mkdocs = {file.src_uri for file in files if shown(file.inclusion)}
        assert {path for path in paths if edition in found[path]} == mkdocs


def test_of_pages_with_one_address_the_later_counts():
    found = published(["a.md", "a/index.md", "b.md", "b/README.md", "c.md", "c/d.md", "d.md", "d.mkd"])
    assert found.replaced == {"a.md", "b.md", "d.md"}
    assert {path for path, editions in found.editions.items() if editions} == {
        "a/index.md",
        "b/README.md",
        "c.md",
        "c/d.md",
        "d.mkd",
    }


def test_whoever_renders_without_the_hook_leaves_out_the_same():
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader)
    assert settings["exclude_docs"].splitlines() == list(NEVER)


def test_no_page_of_the_archive_has_such_a_name():
    golden = ROOT / "tests" / "golden"
    pages = [f"archive/{path.relative_to(golden).as_posix()}" for path in golden.rglob("*.md")]
    found = published(pages).editions
    assert [path for path in pages if not found[path]] == [
        path for path in pages if path.startswith("archive/_")
    ]
