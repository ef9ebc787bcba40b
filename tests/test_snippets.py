"""Included files lie in `docs/`: a page that includes what a link or a name leads out to is not built."""

from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.exceptions import BuildError

from annotated_archive.renderer.snippets import makeExtension

from .systems import make_link, make_pipe

NO_FILE = '"{}" is included, and is no file. Include a file.'
OUT = '"{}" is included, and is a link that leads out of docs/. Put a copy in its place.'


def rendered(docs: Path, written: str, **settings: object) -> str:
    extension = makeExtension(base_path=[str(docs), str(docs / "archive")], **settings)
    return Markdown(extensions=[extension]).convert(written)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    (docs / "sub").mkdir(parents=True)
    (docs / "part.md").write_text("Teil\n")
    (tmp_path / "secret.md").write_text("geheim\n")
    (tmp_path / "docs-secret").mkdir()
    (tmp_path / "docs-secret" / "secret.md").write_text("geheim\n")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "_figures.md").write_text("Zahlen\n")
    make_link(docs / "archive", "../pages")
    make_link(docs / "inside.md", "part.md")
    make_link(docs / "out.md", "../secret.md")
    make_link(docs / "sub" / "out", "../../docs-secret")
    make_link(docs / "chain.md", "out.md")
    (docs / "nested.md").write_text('--8<-- "out.md"\n')
    make_pipe(docs / "pipe.md")
    return docs


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("part.md", "Teil"),
        ("inside.md", "Teil"),
        ("sub/../part.md", "Teil"),
        ("archive/_figures.md", "Zahlen"),
    ],
)
def test_what_lies_inside_is_included(path, text, docs):
    assert rendered(docs, f'--8<-- "{path}"') == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('--8<-- "out.md"', OUT.format("out.md")),
        ('--8<-- "out.md:1:1"', OUT.format("out.md")),
        ("--8<--\nout.md\n--8<--", OUT.format("out.md")),
        ('--8<-- "chain.md"', OUT.format("chain.md")),
        ('--8<-- "sub/out/secret.md"', OUT.format("sub/out/secret.md")),
        ('--8<-- "nested.md"', OUT.format("out.md")),
        ('--8<-- "pipe.md"', NO_FILE.format("pipe.md")),
        ('--8<-- "sub"', NO_FILE.format("sub")),
    ],
)
def test_links_out_and_what_is_no_file_stop_the_build(written, message, docs):
    with pytest.raises(BuildError) as caught:
        rendered(docs, written)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "path",
    ["../secret.md", "../docs-secret/secret.md", "sub/../../secret.md", "{root}/secret.md", "/etc/passwd"],
)
def test_names_that_lead_out_are_not_found(path, docs):
    path = path.format(root=docs.parent)
    assert rendered(docs, f'Vorher\n\n--8<-- "{path}"\n\nNachher') == "<p>Vorher</p>\n<p>Nachher</p>"
