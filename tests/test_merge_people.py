"""One person, one page: spellings meet when nothing contradicts, and never silently otherwise."""

from annotated_archive.model import Address, Article, Description, Mention, Person, SavedText, Saying, Span
from annotated_archive.stages.identify import spelling_key
from annotated_archive.stages.merge_people import archive_of, merged_into, other_addresses


def person(name: str, verified: bool = False) -> Person:
    return Person(name.lower().replace(" ", "-"), name, verified=verified)


IVANOV, IWANOW, MUSTER = person("Sergei Ivanovski"), person("Sergej Iwanowski"), person("Muster")


def test_the_spelling_that_most_articles_use_wins():
    assert merged_into([[IVANOV], [IWANOW], [IWANOW]], spelling_key) == {
        "sergei-ivanovski": "sergej-iwanowski"
    }
    assert merged_into([[IVANOV], [IWANOW]], spelling_key) == {"sergej-iwanowski": "sergei-ivanovski"}


def test_two_people_of_one_article_stay_two_everywhere():
    assert merged_into([[IVANOV, IWANOW], [IVANOV]], spelling_key) == {}


def test_a_surname_alone_and_a_described_person_are_left_alone():
    assert merged_into([[MUSTER], [person("Mustér")]], spelling_key) == {}
    assert merged_into([[IVANOV], [person("Sergej Iwanowski", verified=True)]], spelling_key) == {}


def article(key: str, *people: Person, formerly: tuple[str, ...] = ()) -> Article:
    mentions = tuple(Mention(Span(0, 4), p.name, p.id, "full-name") for p in people)
    sayings = tuple(Saying(p.id, Span(5, 9), "quote-then-name") for p in people)
    saved = SavedText(f"{key}.txt", f"seeds/{key}.txt", "Text und mehr", "")
    address = Address(f"2001/{key}", key, formerly)
    return Article(saved, (), Description(), mentions, people, address, sayings=sayings)


def test_mentions_sayings_and_people_follow_and_the_old_address_leads_on():
    articles = [article("a", IVANOV), article("b", IWANOW, MUSTER, formerly=("2001/old",))]
    archive = archive_of(articles, {}, spelling_key)
    second = archive.articles[1]
    assert [m.person for m in second.mentions] == ["sergei-ivanovski", "muster"]
    assert [s.person for s in second.sayings] == ["sergei-ivanovski", "muster"]
    assert second.people == (IVANOV, MUSTER)
    assert archive.articles[0] == articles[0]
    assert set(archive.people) == {"sergei-ivanovski", "muster"}
    assert set(archive.moved) == {
        ("2001/old", "2001/b"),
        ("people/sergej-iwanowski", "people/sergei-ivanovski"),
    }


def test_a_described_person_answers_at_the_addresses_of_every_spelling():
    described = Person("lawa", "Jörg Lawa", ("J. Lawa",), verified=True)
    assert other_addresses(described) == ("joerg-lawa", "j-lawa")
    assert other_addresses(Person("x", "Jörg Lawa")) == ()
