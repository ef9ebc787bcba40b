"""Whatever is edited, a note never slips to another passage, and no altered quotation is verified.

Words put into a text are fresh ones, which stand nowhere else: with the old ones an edit could write the
passage of a note a second time, and nobody could tell which was meant.
"""

import re
from itertools import accumulate, pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotated_archive.essays import EssayPage
from annotated_archive.model import Note, Span
from annotated_archive.stages.anchor import anchor, describe_span
from annotated_archive.stages.anchor.alike import near_passages
from annotated_archive.stages.resolve import resolve
from annotated_archive.stages.resolve.quotation import with_one_mark
from annotated_archive.text.reader_text import reader_text

from .printed_page import printed_page
from .test_resolve import ARTICLES, HARBOUR

FRESH = ("zebra", "Xylophon", "Quark", "jodelt", "bunt")
# Sentences of one pattern: each is the twin of another but for what turns its meaning round.
SUBJECTS = ("Der Ratsherr Kohlgruber", "Die Lotsin Ampel", "Der Ratsherr Kohlhuber")
VERBS = ("hat den Umbau", "hat den Abriss", "hat keinen Umbau")
ENDS = ("für 300 Millionen gefordert.", "für 360 Millionen gefordert.", "in Altstadt nicht gefordert.")
SENTENCES = st.builds(
    lambda *parts: " ".join(parts).split(),
    *(st.sampled_from(parts) for parts in (SUBJECTS, VERBS, ENDS)),
)
TEXTS = st.lists(SENTENCES, min_size=2, max_size=6)


class Edited:
    """A text of words, each with the number of its sentence, or None for one that an edit put in."""

    def __init__(self, sentences):
        self.words = [(word, number) for number, words in enumerate(sentences) for word in words]

    def edit(self, data):
        """Change, drop, add or swap words, or drop a sentence."""
        kind = data.draw(st.sampled_from(["change", "drop", "add", "swap", "cut", "misspell"]))
        if not self.words:
            return
        at = data.draw(st.integers(0, len(self.words) - 1))
        word, number = self.words[at]
        if kind == "change":
            self.words[at] = (data.draw(st.sampled_from(FRESH)), number)
        elif kind == "misspell":
            middle = len(word) // 2
            self.words[at] = (word[:middle] + word[middle : middle + 1] + word[middle:], number)
        elif kind == "drop":
            del self.words[at]
        elif kind == "add":
            self.words.insert(at, (data.draw(st.sampled_from(FRESH)), None))
        elif kind == "swap" and at:
            self.words[at - 1 : at + 1] = self.words[at - 1 : at + 1][::-1]
        elif kind == "cut":
            self.words = [item for item in self.words if item[1] != number]

    def page(self):
        return printed_page(" ".join(word for word, _ in self.words) or "–")

    def sentences_in(self, span):
        """The numbers of the sentences whose words a span of the page touches."""
        ends = list(accumulate(len(word) + 1 for word, _ in self.words))
        return {
            number
            for (word, number), end in zip(self.words, ends, strict=True)
            if end - len(word) - 1 < span.end and end - 1 > span.start and number is not None
        }


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.data())
def test_a_note_is_on_its_own_passage_or_a_problem(sentences, data):
    number = data.draw(st.integers(0, len(sentences) - 1))
    before = Edited(sentences)
    start = sum(len(" ".join(words)) + 1 for words in sentences[:number])
    end = start + len(" ".join(sentences[number]))
    saved, segments = before.page()
    quote, prefix, suffix = describe_span(Span(start, end), saved, segments)
    note = Note(quote, "A note.", prefix, suffix, file="a.yml", line=1)
    for _ in range(data.draw(st.integers(0, 4))):
        before.edit(data)
    anchors, problems = anchor([note], *before.page())
    assert len(anchors) + len(problems) == 1
    for found in anchors:
        # A sentence that stood there twice word for word, and was told apart by a context that is itself
        # gone, is no passage of another meaning.
        there = before.sentences_in(found.span)
        same = {i for i, words in enumerate(sentences) if words == sentences[number]}
        assert there <= same, found.span.of(before.page()[0].text)


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.data())
def test_a_note_stays_where_only_other_passages_are_edited(sentences, data):
    number = data.draw(st.integers(0, len(sentences) - 1))
    own = " ".join(sentences[number])
    assume(sum(" ".join(words) == own for words in sentences) == 1)
    others = [words for i, words in enumerate(sentences) if i != number]
    edited = Edited(others)
    for _ in range(3):
        edited.edit(data)
    text = " ".join(word for word, _ in edited.words)
    saved, segments = printed_page(f"{text}\n{own}" if data.draw(st.booleans()) else f"{own}\n{text}")
    anchors, _ = anchor([Note(own, "A note.")], saved, segments)
    assert [(found.span.of(saved.text), found.method) for found in anchors] == [(own, "exact")]


@settings(max_examples=50, deadline=None)
@given(SENTENCES.map(" ".join), st.data())
def test_the_more_is_edited_the_less_a_passage_is_alike(sentence, data):
    letters = [i for i, character in enumerate(sentence) if character.isalpha()]
    edits = data.draw(st.lists(st.sampled_from(letters), unique=True, min_size=1, max_size=len(letters) // 3))
    scores = [100.0]
    printed = list(sentence)
    for at in edits:
        printed[at] = "ξ"  # no sentence has it
        best = near_passages(reader_text(*printed_page("".join(printed))), sentence)
        scores.append(best[0].score if best else 0.0)
    assert all(less < more for more, less in pairwise(scores) if more)


ARTICLE_WORDS = [line.split() for line in HARBOUR.split("\n") if line[:4] in ("Der ", "Die ", "Im W", "Bis ")]
READ = with_one_mark(re.sub(r"(?m)^[a-z]+: ", "", HARBOUR))  # without the labels of its lines
QUOTED = st.sampled_from(ARTICLE_WORDS).flatmap(
    lambda words: st.tuples(st.integers(0, len(words) - 3), st.integers(3, 9)).map(
        lambda place: words[place[0] : place[0] + place[1]]
    )
)


def verified(words):
    page = EssayPage("docs/e.md", "e.md", f"> {' '.join(words)}\n\n[@blatt2021hafen]")
    (citation,), _ = resolve([page], ARTICLES)
    return citation.verified


@settings(max_examples=60, deadline=None)
@given(QUOTED)
def test_whole_words_of_a_paragraph_are_verified(words):
    assert verified(words) is True


@settings(max_examples=150, deadline=None)
@given(QUOTED, st.sampled_from(["change", "drop", "add", "swap", "letter"]), st.data())
def test_a_quotation_altered_in_any_word_is_not_verified(words, kind, data):
    at = data.draw(st.integers(1, len(words) - 2 if len(words) > 2 else 1))
    altered = list(words)
    if kind == "change":
        altered[at] = data.draw(st.sampled_from([*FRESH, "nicht", "Brücke"]))
    elif kind == "drop":
        del altered[at]
    elif kind == "add":
        altered.insert(at, data.draw(st.sampled_from([*FRESH, "nicht", "Brücke"])))
    elif kind == "swap":
        altered[at - 1 : at + 1] = altered[at - 1 : at + 1][::-1]
    else:
        letters = [i for i, character in enumerate(words[at]) if character.isalnum()]
        assume(letters)
        where = data.draw(st.sampled_from(letters))
        altered[at] = f"{words[at][:where]}ξ{words[at][where + 1 :]}"
    # Punctuation and dashes at a quotation's edges are the essay's.
    assume(with_one_mark(" ".join(altered)).strip(" '.,:;-–—…") not in READ)
    assert verified(altered) is False


@pytest.mark.parametrize("kind", ["prefix", "suffix"])
def test_a_wrong_context_is_never_overlooked(kind):
    """The words are there once, but not with what the note says stands beside them."""
    saved, segments = printed_page("Am Abend legt die Fähre ab. Am Morgen kommt die Fähre an.")
    for wrong in ("Am Mittag", "zebra", "Am Abend" if kind == "suffix" else "Am Morgen kommt", "nie"):
        note = Note("legt die Fähre ab.", "A note.", **{kind: wrong}, file="a.yml", line=1)
        anchors, problems = anchor([note], saved, segments)
        assert anchors == ()
        assert [problem.code for problem in problems] == ["N001"]
