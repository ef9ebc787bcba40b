"""Tokens → who speaks: a name, a pronoun or a role, where a phrase names the one who says something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .tokens import Sort, Token
from .words import (
    AND,
    ANY_ARTICLE,
    AUXILIARY,
    BEFORE_APPOSITION,
    BELONGING,
    DEFINITE,
    HE,
    INDEFINITE,
    LINKING,
    OBLIQUE,
    PARTED,
    SAYING,
    SHE,
    SUBORDINATING,
)

LONGEST_PHRASE = 14  # tokens from the verb to the name: "sagte der stellvertretende Leiter der Schule, X"
LONGEST_INSERTION = 24  # tokens between the name and its verb: "X, die das Amt seit … leitet, sagte"
LONGEST_ROLE = 3  # words between "und" and the second name of a list: "X und Co-Chefin Y"
DEFINITE_ARTICLE, INDEFINITE_ARTICLE, GENITIVE = "definite", "indefinite", "genitive"

_INSIDE_PHRASES = frozenset("-.&/\u00ad")  # "Dr.", "A. & B."; a soft hyphen may stand alone


@dataclass(slots=True)
class _Said:
    """What the words of a phrase have said so far."""

    noun: str = ""
    article: str = ""
    attached: bool = False  # what follows depends on the noun
    joined: bool = False  # another noun follows

    def takes(self, word: str, printed: str) -> bool:
        """Whether the phrase goes on with a word, which then counts."""
        if word in DEFINITE or word in INDEFINITE:
            self.attached = self.attached or bool(self.noun)
            self.article = self.article or (DEFINITE_ARTICLE if word in DEFINITE else INDEFINITE_ARTICLE)
        elif word in OBLIQUE:
            self.attached = True
        elif word in AND:
            self.joined = True
        elif not printed[0].islower():
            self.noun, self.joined = self.noun if self.attached else printed, False
        elif self.noun and not self.attached and not self.joined:
            return False  # a verb: "der Mann griff X an"
        return True


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a phrase says is speaking. `person` is a Person's id; else `pronoun` or `role` may find it.

    A speaker with none of the three is somebody or something that no rule can name.
    """

    person: str | None = None
    pronoun: str = ""  # "he" or "she"
    role: str = ""  # the noun after a definite article: "Ministerin"
    after: int = 0  # the index behind the phrase


def verb_at(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a verb of saying stands here; of a parted one, whether its second word follows before `end`."""
    word = tokens[i].text
    if tokens[i].sort is not Sort.WORD:
        return False
    if word in SAYING:
        return True
    second = PARTED.get(word, frozenset())
    return any(token.text in second for token in tokens[i + 1 : end])


def phrase(tokens: Sequence[Token], first: int, end: int) -> Speaker:
    """The speaker whom a phrase that begins here names: "der russische Präsident X", "er", "die Ministerin".

    A name that depends on another noun ("ein Sprecher von X", "Xs Anwalt") is not the speaker's, unless the
    phrase ends with it in apposition ("die Leiterin der Schule, X.").
    """
    said = _Said()
    i = first
    for i in range(first, min(end, first + LONGEST_PHRASE)):
        token = tokens[i]
        word = token.text.lower() if i == 0 else token.text
        if token.sort is Sort.NAME:
            if not token.genitive and not said.attached:
                return _named(tokens, i, end)
            if not said.attached:
                said.noun, said.article = "", GENITIVE
        elif token.sort is Sort.EXPRESSION:
            said.noun = said.noun or token.text
        elif token.sort is Sort.MARK:
            if token.text == "," and said.noun and said.article != INDEFINITE_ARTICLE:
                return _apposition(tokens, i, end) or _role(said, i)
            if token.text not in _INSIDE_PHRASES:
                break
        elif i == 0 and word in LINKING:
            continue
        elif token.sort is Sort.QUOTATION or word in SUBORDINATING or (i > first and word in SAYING):
            break
        elif word in HE or word in SHE:
            if said.noun or said.article or said.attached:
                break
            return Speaker(pronoun="he" if word in HE else "she", after=i + 1)
        elif not said.takes(word, token.text):
            break
    else:
        i += 1
    return _role(said, i)


def _role(said: _Said, after: int) -> Speaker:
    return Speaker(role=said.noun if said.article == DEFINITE_ARTICLE else "", after=after)


def _named(tokens: Sequence[Token], i: int, end: int) -> Speaker:
    """The person of the name at `i`; nobody if more people are listed with it."""
    following = tokens[i + 1 : min(end, i + 1 + LONGEST_ROLE + 1)]
    if following and following[0].text in AND:
        for token in following[1:]:
            if token.sort is Sort.NAME:
                return Speaker(after=i + 1)
            if token.sort is not Sort.WORD or (token.text[0].islower() and token.text not in ANY_ARTICLE):
                break
    return Speaker(person=tokens[i].person, after=i + 1)


def _apposition(tokens: Sequence[Token], comma: int, end: int) -> Speaker | None:
    """The person whose name alone follows the comma, as in "der Leiter der Schule, X."."""
    i = comma + 1
    while i < end and (tokens[i].text.rstrip(".") in BEFORE_APPOSITION or tokens[i].text == "."):
        i += 1
    if i >= end or tokens[i].sort is not Sort.NAME or tokens[i].genitive:
        return None
    closed = i + 1 == end or tokens[i + 1].sort in {Sort.MARK, Sort.QUOTATION}
    return Speaker(person=tokens[i].person, after=i + 1) if closed else None


def subject_before(tokens: Sequence[Token], first: int, verb: int) -> Speaker | None:
    """The speaker who opens the clause that begins at `first`, if the verb at `verb` is said of that one."""
    found = phrase(tokens, first, verb)
    between = tokens[found.after : verb]
    if found.person is None:
        bare = all(token.sort is Sort.WORD and token.text[0].islower() for token in between)
        return found if (found.pronoun or found.role) and bare else None
    others = (i for i in range(found.after, verb) if tokens[i].sort is Sort.NAME)
    if len(between) > LONGEST_INSERTION or not all(is_oblique(tokens, i) for i in others):
        return None
    if not between or all(_is_adverb(token) for token in between):
        return found
    return found if _is_closed(between) else None


def _is_adverb(token: Token) -> bool:
    return token.sort is Sort.WORD and (token.text[0].islower() or token.text in AUXILIARY)


def _is_closed(between: Sequence[Token]) -> bool:
    """Whether what stands between name and verb is an insertion, or another verb's phrase before "und"."""
    last, opening = between[-1].text, between[0].text
    if opening == "(":
        return last == ")"
    if opening == "," or opening in BELONGING:
        return True  # "X, Leiterin der Schule(,) sagte": many forget the second comma
    return last in AND or any(token.text in AND for token in between[-2:-1])


def is_oblique(tokens: Sequence[Token], i: int) -> bool:
    """Whether the name at `i` is a genitive or depends on a preposition or an article of another case."""
    if tokens[i].genitive:
        return True
    for k in range(i - 1, max(-1, i - 1 - LONGEST_PHRASE), -1):
        token = tokens[k]
        if token.sort is not Sort.WORD:
            return False
        if token.text in OBLIQUE:
            return True
        if token.text in DEFINITE and k and tokens[k - 1].text[0].isupper():
            return tokens[k - 1].sort is Sort.WORD
        if token.text in SAYING or token.text in SUBORDINATING:
            return False
    return False
