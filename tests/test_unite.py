"""One person, one page: spellings meet when nothing contradicts, and never silently otherwise."""

from annotated_archive.identify import spelling_key
from annotated_archive.model import Mention, Person, Span
from annotated_archive.unite import other_addresses, settle, unite


def person(name: str, verified: bool = False) -> Person:
    return Person(name.lower().replace(" ", "-"), name, verified=verified)


IVANOV, IWANOW, MUSTER = person("Sergei Ivanovski"), person("Sergej Iwanowski"), person("Muster")


def test_the_spelling_that_most_articles_use_wins():
    assert unite([[IVANOV], [IWANOW], [IWANOW]], spelling_key) == {"sergei-ivanovski": "sergej-iwanowski"}
    assert unite([[IVANOV], [IWANOW]], spelling_key) == {"sergej-iwanowski": "sergei-ivanovski"}


def test_two_people_of_one_article_stay_two_everywhere():
    assert unite([[IVANOV, IWANOW], [IVANOV]], spelling_key) == {}


def test_a_surname_alone_and_a_described_person_are_left_alone():
    assert unite([[MUSTER], [person("Mustér")]], spelling_key) == {}
    assert unite([[IVANOV], [person("Sergej Iwanowski", verified=True)]], spelling_key) == {}


def test_mentions_and_people_follow():
    mention = Mention(Span(0, 4), "Iwanowski", "sergej-iwanowski", "surname")
    settled, people = settle(
        [mention],
        [IWANOW, MUSTER],
        {"sergej-iwanowski": "sergei-ivanovski"},
        {p.id: p for p in (IVANOV, MUSTER)},
    )
    assert [m.person for m in settled] == ["sergei-ivanovski"]
    assert people == (IVANOV, MUSTER)


def test_a_described_person_answers_at_the_addresses_of_every_spelling():
    described = Person("lawa", "Jörg Lawa", ("J. Lawa",), verified=True)
    assert other_addresses(described) == ("joerg-lawa", "j-lawa")
    assert other_addresses(Person("x", "Jörg Lawa")) == ()
