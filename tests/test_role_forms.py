"""A role is offered as it describes a person: in the nominative, and only if it says what somebody does."""

from __future__ import annotations

import pytest

from annotated_archive.words.role_forms import as_described

AS_PRINTED = "Pilot Pilotin Minister Ministerin Abgeordneter Boss Sozialwissenschaftlerin MP Captain Dirigent"
INFLECTED = {
    "Piloten": "Pilot",
    "Präsidenten": "Präsident",
    "US-Präsidenten": "US-Präsident",
    "Ministers": "Minister",
    "Außenministers": "Außenminister",
    "Abgeordneten": "Abgeordnete",
    "Vorsitzenden": "Vorsitzende",
    "Kanzlers": "Kanzler",
    "Zeugen": "Zeuge",
    "Papstes": "Papst",
    "Arztes": "Arzt",
    "Fotografen": "Fotograf",
    "Experten": "Experte",
    "Ökonomen": "Ökonom",
}
NO_ROLES = (
    "Sir Lady Lord Frau Herrn Dr. Prof. Dame Baroness Graf "
    "Norweger Norwegerin Japaner Briten Franzosen Ministerinnen"
)


@pytest.mark.parametrize("word", AS_PRINTED.split())
def test_a_nominative_stays(word: str) -> None:
    assert as_described(word) == word


@pytest.mark.parametrize(("word", "role"), INFLECTED.items())
def test_a_case_becomes_the_nominative(word: str, role: str) -> None:
    assert as_described(word) == role


@pytest.mark.parametrize("word", NO_ROLES.split())
def test_titles_origins_and_plurals_are_no_roles(word: str) -> None:
    assert as_described(word) is None
