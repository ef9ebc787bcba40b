"""The stage itself: paragraph by paragraph, sentence by sentence, quotation by quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Kind, Mention, Saying, Segment
from ...text.paragraphs import paragraphs
from ...text.quotation_marks import DOUBLE
from .acquaintance import Acquaintance
from .frames import goes_on_from_before, is_whole, source, speaker_after, speaker_before, subject
from .speaker import Speaker, is_oblique
from .tokens import Sentence, Sort, place_of, sentences

_MARKS = frozenset(DOUBLE)


def attribute(text: str, segments: Sequence[Segment], mentions: Sequence[Mention]) -> tuple[Saying, ...]:
    """The direct quotations of lead and body whose speaker the text names, in the order of the text.

    A saying's span has its quotation marks; its person is that of a mention. A quotation of fewer than
    three words, or one that no verb of saying (nor "so", "laut", "zufolge") gives to one person, is left out.
    """
    if not mentions:
        return ()
    found: list[Saying] = []
    known = Acquaintance(text, mentions)
    for paragraph in paragraphs(text, segments):
        if paragraph.kind is Kind.SUBHEAD or _MARKS.isdisjoint(paragraph.text):
            continue
        place = place_of(text, paragraph)
        reader = _Reader(known)
        for sentence in sentences(place, mentions):
            for q, person, rule in reader.read(sentence):
                found.append(Saying(person, place.saved(sentence[q].start, sentence[q].end), rule))
    return tuple(found)


class _Reader:
    """Reads the sentences of one paragraph and remembers whom the last one was about, and whom it quoted."""

    def __init__(self, known: Acquaintance) -> None:
        self._known = known
        self._about: str | None = None
        self._quoted: str | None = None

    def read(self, sentence: Sentence) -> list[tuple[int, str, str]]:
        """The attributed quotations of the next sentence: index, person, rule."""
        decided = list(self._decide(sentence))
        said = [(q, person, rule) for q, person, rule in decided if person is not None]
        people = {person for _, person, _ in decided}
        if decided:
            self._about = people.pop() if len(people) == 1 else None
            self._quoted = decided[-1][1]
        else:
            self._about, _ = self._resolve(subject(sentence), sentence, len(sentence))
            self._quoted = None
        return said

    def _decide(self, sentence: Sentence) -> Iterator[tuple[int, str | None, str]]:
        """Each quotation that something attributes, with None where that does not settle on one person."""
        for q, token in enumerate(sentence):
            if token.sort is not Sort.QUOTATION:
                continue
            before, after = speaker_before(sentence, q), speaker_after(sentence, q)
            framed = before is not None or q == 0 or sentence[q - 1].text == ":"
            if after is not None and not framed and not goes_on_from_before(sentence, q):
                continue  # a title in indirect speech: "Er las „Der Weg ans Meer“, sagte X"
            if before is None and after is None:
                yield from self._unframed(sentence, q)
                continue
            yield q, *self._settle(before, after, sentence, q)

    def _unframed(self, sentence: Sentence, q: int) -> Iterator[tuple[int, str | None, str]]:
        alone = q == 0 and all(token.sort is Sort.MARK for token in sentence[1:])
        if alone and self._quoted is not None and is_whole(sentence, q):
            yield q, self._quoted, "continued-quotation"
        elif goes_on_from_before(sentence, q) and (origin := source(sentence)) is not None:
            person, _ = self._resolve(origin, sentence, q)
            yield q, person, "according-to"

    def _settle(
        self, before: Speaker | None, after: Speaker | None, sentence: Sentence, q: int
    ) -> tuple[str | None, str]:
        """The one person of both frames, and the rule of the clearer one."""
        first, first_rule = self._resolve(before, sentence, q)
        second, second_rule = self._resolve(after, sentence, q)
        if after is None:
            return first, first_rule or "speaker-before"
        if second is None or (first is not None and first != second):
            return None, second_rule
        return second, second_rule or "speaker-after"

    def _resolve(self, speaker: Speaker | None, sentence: Sentence, q: int) -> tuple[str | None, str]:
        """The person a speaker is, and the rule if it took the sentence before to know."""
        if speaker is None or speaker.person is not None:
            return (speaker.person if speaker else None), ""
        about = self._about
        others = {
            token.person
            for i, token in enumerate(sentence)
            if token.sort is Sort.NAME and not is_oblique(sentence, i)
        }
        if about is None or others - {about}:
            return None, ""
        if speaker.pronoun and self._known.may_be(about, speaker.pronoun):
            return about, "pronoun"
        if speaker.role and self._known.is_called(about, speaker.role):
            return about, "role"
        return None, ""
