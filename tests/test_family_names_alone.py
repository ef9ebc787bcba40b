"""Promise: which of two family names stands in a place does not depend on the order of the names."""

from __future__ import annotations

from itertools import permutations

import pytest

from annotated_archive.model import Kind, Segment, Span
from annotated_archive.stages.identify.alone import Forms
from annotated_archive.stages.identify.passages import passages

TEXT = "Am Abend sagte Hans, dass er zufrieden sei, und Hansen sagte es auch."


@pytest.mark.parametrize("forms", list(permutations(["Han", "Hans", "Hansen"])))
def test_a_name_goes_before_one_whose_genitive_it_would_be(forms: tuple[str, ...]) -> None:
    """Sets of names have another order at every run of Python; pages must not."""
    read = passages(TEXT, [Segment(Kind.BODY, Span(0, len(TEXT)), "paragraph")])
    assert [place.form for place in Forms(forms).find(read, (), alone=False)] == ["Hans", "Hansen"]
