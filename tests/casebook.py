"""Cases: small YAML files under `tests/cases/<stage>/`, each an input and the expected output or problem."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from annotated_archive.words.yaml_text import plain_yaml

CASES = Path(__file__).parent / "cases"


@cache
def cases(stage: str) -> list[Any]:
    """One parameter for each case file of a stage, named after the file."""
    files = sorted((CASES / stage).glob("*.yml"))
    assert files, f"tests/cases/{stage}/ has no cases"
    return [pytest.param(plain_yaml(file.read_text("utf-8")), id=file.stem) for file in files]
