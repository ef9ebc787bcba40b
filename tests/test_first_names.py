"""The list of first names: complete enough to find people by, and clean enough to trust."""

from __future__ import annotations

import re

import pytest

from annotated_archive.words.lexicon import HERE, sections, words

FEWEST_NAMES = 6000
FEWEST_AMBIGUOUS = 250
MOST_DOUBLE_NAMES = 150  # others are composed from their parts
LONGEST_LINE = 110
WELL_FORMED = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# There the hyphen joins the syllables of one given name.
SYLLABLES = {"chinese_given", "korean_given"}

SAMPLES = {
    "german_female": "Heidemarie Käthe Baerbel Frauke Vreni Walburga Annalena Ann-Kathrin Mia",
    "german_male": "Karl-Heinz Günther Guenther Fiete Korbinian Urs Ueli Alois Jörg Luca",
    "english_irish_scottish_welsh": "Siobhán Hamish Gwyneth Ciarán Jeffrey Hillary Tyrone",
    "russian_ukrainian_belarusian_de": "Sergej Wladimir Aljoscha Jewgeni Wolodymyr Swetlana Uladsimir",
    "russian_ukrainian_belarusian_en": "Sergei Sergey Yevgeny Volodymyr Svetlana Siarhei Oleksandr",
    "arabic_de_spelling": "Baschar Chalid Dschamal Aischa Jussuf Abdel-Fattah Muammar",
    "arabic_en_spelling": "Bashar Khalid Jamal Aisha Youssef Mohammed Muhammad",
    "turkish": "Çiğdem Ayşe Ayse Özlem Oezlem Recep Gülsüm İbrahim Ibrahim",
    "kurdish": "Berîvan Berivan Rojda Dilşad Nechirvan Schirwan",
    "persian_afghan": "Farhad Dschawad Javad Schirin Shirin Gulbuddin",
    "polish": "Małgorzata Malgorzata Jarosław Jaroslaw Zbigniew",
    "czech_slovak": "Jiří Jiri Zdeněk Ľubica Lubica Vojtěch",
    "hungarian": "György Gyoergy Zsuzsanna László Laszlo",
    "serbian_croatian_bosnian_slovene_macedonian": "Đorđe Djordje Željko Zeljko Hrvoje Fikret Janez",
    "bulgarian": "Bojko Boyko Iwajlo Ivaylo Plamen",
    "albanian": "Shpresa Xhevdet Luljeta Gëzim Gezim",
    "romanian": "Ștefan Ionuț Ionut Viorica Traian",
    "greek": "Giannis Yannis Evangelos Despina Kyriakos",
    "italian": "Giuseppe Pierluigi Beatrice Niccolò Fiammetta",
    "spanish_portuguese": "José João Joao Iñaki Conceição Montserrat",
    "french": "Jean-Claude Benoît Gaëlle Thierry Marie-France",
    "dutch_flemish": "Geert Marijke Joost Sjoerd Lieve",
    "nordic": "Åse Søren Päivi Guðrún Gudrun Björk Þorsteinn",
    "baltic_estonian": "Gediminas Jānis Janis Toomas Krišjānis Eglė",
    "hebrew": "Schimon Shimon Yitzhak Jitzchak Ayelet Tzipi Zipi",
    "african": "Abebe Chimamanda Kwame Thabo Ousmane Tewodros",
    "indian_pakistani": "Rajesh Priyanka Benazir Subramaniam Nawaz",
    "chinese_given": "Xiaoping Jintao Ying-jeou Weiwei",
    "korean_given": "Jong-un Geun-hye Jae-in Minho",
    "japanese": "Shinzo Yoshihide Keiko Haruki",
    "vietnamese_thai_indonesian": "Susilo Thaksin Phuong Megawati",
    "armenian_georgian_central_asian": "Hrant Micheil Mikheil Irakli Emomali Schawkat Nursultan",
    "ambiguous": "August Beat Can Christian Ernst Heide Kerry Linde Marine Mark May Paris Rose Will Wolf",
}


def names() -> dict[str, tuple[str, ...]]:
    return {name: entries for name, entries in sections("first_names").items() if name != "ambiguous"}


def test_there_are_enough() -> None:
    """A finder that lives on first names needs thousands of them."""
    assert len(words("first_names")) >= FEWEST_NAMES
    assert len(sections("first_names")["ambiguous"]) >= FEWEST_AMBIGUOUS


def test_every_section_is_sampled() -> None:
    """A new section comes with names that must be in it."""
    assert set(sections("first_names")) == set(SAMPLES)


@pytest.mark.parametrize("section", SAMPLES)
def test_section_holds_its_samples(section: str) -> None:
    """Old and young names, other spellings and regions are there."""
    wanted = {*SAMPLES[section].split()}
    assert wanted - {*sections("first_names")[section]} == set()


@pytest.mark.parametrize("section", SAMPLES)
def test_section_is_well_formed(section: str) -> None:
    """Each entry is one word of letters with a capital first and small letters after it."""
    entries = sections("first_names")[section]
    assert entries
    assert [entry for entry in entries if not WELL_FORMED.fullmatch(entry)] == []
    assert [entry for entry in entries if not entry[0].isupper() or entry.isupper()] == []


def test_ambiguous_names_are_names() -> None:
    """A word is ambiguous only if it is a first name somewhere."""
    known = {entry for entries in names().values() for entry in entries}
    assert [entry for entry in sections("first_names")["ambiguous"] if entry not in known] == []


def test_double_names_are_few() -> None:
    """Hyphenated names are composed by rule; the list has the frequent ones only."""
    double = {
        entry
        for name, entries in names().items()
        if name not in SYLLABLES
        for entry in entries
        if "-" in entry
    }
    assert len(double) <= MOST_DOUBLE_NAMES


def test_file_is_easy_to_edit() -> None:
    """Lines stay short enough to review in a diff."""
    lines = (HERE / "first_names.yml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > LONGEST_LINE] == []
