"""Parts of addresses are short, plain and cut at a word."""

from annotated_archive.text.slugs import slug_of


def test_umlauts_are_written_out_and_signs_left_out():
    assert slug_of("Für Jäger & Söhne: die Straße") == "fuer-jaeger-soehne-die-strasse"
    assert slug_of("?!") == ""


def test_a_long_title_is_cut_at_a_word():
    assert slug_of("Wort " * 60) == "-".join(["wort"] * 16)
