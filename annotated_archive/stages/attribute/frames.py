"""Quotation in its sentence → the speaker whom the words before or after it name.

A frame is the clause that says who speaks: `„…“, sagte X` after, `X sagte: „…“` before.
"""

from __future__ import annotations

from collections.abc import Sequence

from .speaker import Speaker, is_oblique, phrase, subject_before, verb_at
from .tokens import Sort, Token
from .words import ACCORDING_AFTER, ACCORDING_TO, AND, ENGLISH, HE, INDEFINITE, PARTED, SAYING, SHE, WORDS_OF

LONGEST_TO_COMMA = 8  # tokens from the verb to a quotation behind a comma; colons announce one more clearly
_CLOSES_BEFORE_FRAME = frozenset(",!?…")
_ENDS = frozenset(".!?…")
_PAUSES = frozenset(",–—-")


def is_whole(tokens: Sequence[Token], q: int) -> bool:
    """Whether the clause ends with the quotation, so that it is no mere part of one, as titles often are."""
    if tokens[q].text[-2] in _ENDS or q + 1 == len(tokens):
        return True
    return tokens[q + 1].sort is Sort.MARK or tokens[q + 1].text in AND


def goes_on_from_before(tokens: Sequence[Token], q: int) -> bool:
    """Whether the quoted words go on with a sentence that begins before them: `Es sei „nicht zu fassen“`."""
    return q > 0 and tokens[q - 1].text != ":" and next(filter(str.isalpha, tokens[q].text), "").islower()


def speaker_after(tokens: Sequence[Token], q: int) -> Speaker | None:
    """The speaker named right behind the quotation; None if nothing there says that somebody speaks."""
    end = next((i for i in range(q + 1, len(tokens)) if tokens[i].sort is Sort.QUOTATION), len(tokens))
    i = q + 1
    closed = tokens[q].text[-2] in _CLOSES_BEFORE_FRAME
    while i < end and tokens[i].text in _PAUSES:
        closed = True
        i += 1
    if i >= end or not closed:
        return None
    word = tokens[i].text
    if word == "so" and i + 1 < end:
        i += verb_at(tokens, i + 1, end)
        return phrase(tokens, i + 1, end)
    if word in ACCORDING_TO:
        return phrase(tokens, i + 1, end)
    if word == "wie":
        found = phrase(tokens, i + 1, end)
        return found if found.after < end and verb_at(tokens, found.after, end) else Speaker()
    if (inverted := _with_pronoun(word)) is not None:
        return inverted
    if verb_at(tokens, i, end):
        return _of_verb(tokens, i, phrase(tokens, i + 1, end))
    found = phrase(tokens, i, end)
    english = found.after < end and tokens[found.after].text in ENGLISH
    return found if english else None


def _with_pronoun(word: str) -> Speaker | None:
    """The speaker of a French verb with its pronoun: "a-t-il", "explique-t-elle", "dit-il"."""
    verb, hyphen, rest = word.partition("-")
    pronoun = rest.removeprefix("t-")
    if not hyphen or verb not in SAYING | PARTED.keys() or pronoun not in HE | SHE:
        return None
    return Speaker(pronoun="he" if pronoun in HE else "she")


def _of_verb(tokens: Sequence[Token], verb: int, found: Speaker) -> Speaker:
    """The same speaker, or nobody if the verb is a plural: "sagten sie"."""
    return Speaker(after=found.after) if tokens[verb].text.endswith("en") else found


def speaker_before(tokens: Sequence[Token], q: int) -> Speaker | None:
    """The speaker of the clause that a colon or comma before the quotation closes; None if there is none."""
    last = q - 1
    if last < 1 or tokens[last].text not in {":", ","} or not is_whole(tokens, q):
        return None
    first = next((i + 1 for i in range(last, -1, -1) if tokens[i].sort is Sort.QUOTATION), 0)
    verbs = [i for i in range(first, last) if verb_at(tokens, i, last)]
    if not verbs:
        return None
    verb = verbs[-1]
    if tokens[last].text == "," and last - verb > LONGEST_TO_COMMA:
        return None
    after = _of_verb(tokens, verb, phrase(tokens, verb + 1, last))
    before = subject_before(tokens, first, verb)
    if before is None and verb > first and tokens[verb - 1].text in AND and len(verbs) > 1:
        before = phrase(tokens, verbs[-2] + 1, verb)  # "…, sagte X und fügte hinzu: …"
    if before is not None and after.person is not None and before.person != after.person:
        return Speaker()
    found = before if before is not None else after
    rest = range(max(verb + 1, found.after), last)
    return found if _is_clear(tokens, rest) else Speaker()


def _is_clear(tokens: Sequence[Token], rest: range) -> bool:
    """Whether nothing between the verb and the quotation begins another clause or names another subject."""
    for i in rest:
        if tokens[i].sort is Sort.NAME and not is_oblique(tokens, i):
            return False
        if tokens[i].text == "," and i + 1 < rest.stop:
            following = tokens[i + 1].text
            if following[0].islower() and following not in INDEFINITE:
                return False
    return True


def source(tokens: Sequence[Token]) -> Speaker | None:
    """The person whose words the whole sentence gives: "laut X", "X zufolge", "nach den Worten von X"."""
    for i, token in enumerate(tokens):
        if token.text in ACCORDING_TO:
            return phrase(tokens, i + 1, len(tokens))
        if token.text in ACCORDING_AFTER and i and tokens[i - 1].sort is Sort.NAME:
            return Speaker(person=tokens[i - 1].person)
        if token.text in WORDS_OF and i + 1 < len(tokens):
            opening = [t.text.lower() for t in tokens[max(0, i - 2) : i]]
            if tokens[i + 1].text == "von" and "nach" in opening:
                return phrase(tokens, i + 2, len(tokens))
            if i > 1 and tokens[i - 1].genitive and tokens[i - 2].text.lower() == "nach":
                return Speaker(person=tokens[i - 1].person)
    return None


def subject(tokens: Sequence[Token]) -> Speaker | None:
    """The person a sentence is about: who opens it, or who says what it reports; None if that is not one."""
    opening = phrase(tokens, 0, len(tokens))
    opens = opening.pronoun or (opening.person is not None and _goes_on(tokens, opening.after))
    found = [opening] if opens else []
    found += [phrase(tokens, i + 1, len(tokens)) for i, token in enumerate(tokens) if token.text in SAYING]
    named = {speaker.person for speaker in found if speaker.person is not None}
    names = {t.person for i, t in enumerate(tokens) if t.sort is Sort.NAME and not is_oblique(tokens, i)}
    if len(named) == 1 and names <= named:
        return Speaker(person=named.pop())
    pronouns = {speaker.pronoun for speaker in found if speaker.pronoun}
    if not names and len(pronouns) == 1:
        return Speaker(pronoun=pronouns.pop())
    return None


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb or an insertion follows the name, as they follow a subject."""
    return i < len(tokens) and (tokens[i].text in {",", "("} or tokens[i].text[0].islower())
