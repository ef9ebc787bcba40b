"""The pages of the invented archive, as they were last read and found right.

When this fails on purpose: `pytest --update-golden`, and read the difference.
"""

from pathlib import Path

from annotated_archive.pipeline import gather
from annotated_archive.project import Project
from annotated_archive.stages.compose import compose

from .project_copy import INVENTED

GOLDEN = Path(__file__).parent / "golden"


def test_golden_pages(pytestconfig):
    result = gather(Project(INVENTED, INVENTED / "docs", "de"))
    assert result.problems == ()
    made = compose(result.archive, "public", "de", result.essays)
    pages = {page.path: page.markdown for page in made if page.path.endswith(".md")}
    if pytestconfig.getoption("--update-golden"):
        for old in GOLDEN.rglob("*.md"):
            old.unlink()
        for path, markdown in pages.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(markdown, encoding="utf-8")
    golden = {path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8") for path in GOLDEN.rglob("*.md")}
    assert sorted(pages) == sorted(golden)
    for path, markdown in pages.items():
        assert markdown == golden[path], path
