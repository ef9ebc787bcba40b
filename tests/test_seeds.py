"""The first archive: what is known of its articles by reading and checking them.

A case applies while its seed lies in `seeds/` unchanged, so an archive of other articles has nothing to fear.
"""

import hashlib
from pathlib import Path

import pytest

from annotated_archive.commands.inspection import inspect_files
from annotated_archive.pipeline import gather
from annotated_archive.project import Project
from annotated_archive.stages.compose import compose
from annotated_archive.words.yaml_text import plain_yaml

from .casebook import cases
from .project_copy import ROOT

FACTS = ("title", "kicker", "outlet", "date", "authors", "agencies", "comments", "comments_declared")


def there(case) -> bool:
    seed = ROOT / "seeds" / case["seed"]
    return seed.exists() and hashlib.sha256(seed.read_bytes()).hexdigest() == case["sha256"]


SEEDS = [param for param in cases("seeds") if there(param.values[0])]


def inspected(case):
    return next(inspect_files([ROOT / "seeds" / case["seed"]], ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def front_matter():
    """The front matter of every article page of the live archive, by seed."""
    result = gather(Project(ROOT, ROOT / "docs", "de"))
    found = {}
    for page in compose(result.archive, "public", "de"):
        if page.markdown.startswith("---\n"):
            head = plain_yaml(page.markdown.split("---\n")[1])
            if "seed" in head:
                found[head["seed"]] = head
    return found


@pytest.mark.parametrize("case", SEEDS)
def test_inspect_says_what_is_known(case):
    result = inspected(case)
    assert {key: result[key] for key in FACTS} == {key: case[key] for key in FACTS}
    assert {p["name"]: p["mentions"] for p in result["people"]} == case["people"]
    assert all(person["verified"] for person in result["people"])
    evidence = result["evidence"]
    for field, certainty in case["certainty"].items():
        proof = evidence[field][0] if isinstance(evidence[field], list) else evidence[field]
        assert proof["certainty"] == certainty, field
    assert result["problems"] == []


@pytest.mark.parametrize("case", SEEDS)
def test_segments_joined_are_the_seed_byte_for_byte(case):
    result = inspected(case)
    joined = "".join(segment["text"] for segment in result["segments"])
    assert joined.encode() == Path(ROOT / "seeds" / case["seed"]).read_bytes()
    assert result["sha256"] == case["sha256"]


@pytest.mark.parametrize("case", SEEDS)
def test_front_matter_says_what_is_known(case, front_matter):
    head = front_matter[case["seed"]]
    for field in ("title", "kicker", "outlet", "authors", "agencies"):
        assert head.get(field) == (case[field] or None), field
    assert head["date_edtf"] == case["date"]
    if case["date"].endswith("~"):
        assert "date" not in head
    else:
        assert str(head["date"]) == case["date"]
    assert set(head["people"]) == set(case["people"])
    assert head["seed_sha256"] == case["sha256"]
    assert head["lang"] == "de"
