"""A YAML file that cannot be read is a problem on the line of the mistake, in plain words."""

from __future__ import annotations

import pytest

from annotated_archive.knowledge.curation.lines import parse_yaml

# What was written: the line of the mistake, and a part of what is said.
FAULTS = {
    "title: Ein Titel: mit Doppelpunkt\n": (1, 'The value "Ein Titel: mit Doppelpunkt" holds a colon.'),
    "because:\n  date: Kerry sagt: ja\n": (2, 'The value "Kerry sagt: ja" holds a colon.'),
    "title Ein Titel\nlang: de\n": (1, '"title Ein Titel" has no colon and space behind its key.'),
    "title Ein Titel\n\n# lang\nlang: de\n": (1, '"title Ein Titel" has no colon and space'),
    "title:Eins\nlang: de\n": (1, '"title:Eins" has no colon and space'),
    "title: Eins\nlang:de\n": (2, '"lang:de" has no colon and space'),
    "lines:\n  9 title\n  12: lead\n": (2, '"9 title" has no colon and space'),
    "notes:\n- quote: x\n  note ein Wort\n  tags: [a]\n": (3, '"note ein Wort" has no colon and space'),
    'title: "x"\nlang de\n': (2, '"lang de" has no colon and space'),
    "notes:\n\t- quote: x\n": (2, "The line is indented with a tab."),
    "notes:\n  - quote: x\n\tnote: y\n": (3, "The line is indented with a tab."),
    "title: Eins\n\tlang: de\n": (2, "The line is indented with a tab."),
    "lines:\n  1: title\n  \t2: lead\n": (3, "The line is indented with a tab."),
    'title: "offen\nlang: de\n': (1, "A quotation mark is opened here and never closed."),
    "a: b\ntitle: 'offen\nlang: de\n": (2, "A quotation mark is opened here and never closed."),
    "- id: [\n": (1, "A bracket is opened here and not closed."),
    "- id: [a, b\n- id: c\n": (1, "A bracket is opened here and not closed."),
    "a: {b: c\nd: e\n": (1, "A bracket is opened here and not closed."),
    "title: @foo\n": (1, "A value cannot begin with @."),
    "title: `foo`\n": (1, "A value cannot begin with `."),
    "title: %foo\n": (1, "A value cannot begin with %."),
    "title: *foo*\n": (1, "A value cannot begin with *."),
    "title: & Co\n": (1, "A value cannot begin with &."),
    "title: | x\n": (1, "A value that begins with | begins a line below."),
    'title: "Eins" und zwei\nlang: de\n': (1, "The value goes on behind its closing quotation mark."),
    "title: 'It's'\nlang: de\n": (1, "The value goes on behind its closing quotation mark."),
    "title: [a]b\n": (1, "The value goes on behind its closing bracket."),
    'title: "C:\\Users"\n': (1, "Between double quotation marks, \\ has a meaning of its own."),
    "title: - a\n": (1, "A list cannot begin on the line of its key."),
    "title: Eins\n   lang: de\n": (2, '"lang: de" is indented differently'),
    "notes:\n  - quote: a\n   note: b\n": (3, '"note: b" is indented differently'),
    "notes:\n  - quote: a\n    note: b\n - quote: c\n": (4, '"- quote: c" is indented differently'),
    "title: a\n---\nb: c\n": (2, "Here a second document begins, and only one is read."),
}
WORDS_OF_PARSERS = (
    "mapping values",
    "token",
    "scalar",
    "block",
    "node",
    "did not find",
    "expected '",
    "stream",
)


@pytest.mark.parametrize("text", FAULTS)
def test_the_mistake_is_named_where_it_is(text: str) -> None:
    line, words = FAULTS[text]
    value, _, (problem,) = parse_yaml(text, "a.yml")
    assert (value, problem.code, problem.line) == (None, "C001", line)
    assert problem.finding.startswith(words)
    assert not [word for word in WORDS_OF_PARSERS if word in problem.finding]
    assert problem.remedy
