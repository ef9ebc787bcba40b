"""Tokens → who speaks: a name, a pronoun or a role, where a phrase names the one who says something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .tokens import Sort, Token
from .words import AUXILIARY, DEFINITE, HE, INDEFINITE, OBLIQUE, PARTED, SAYING, SHE, SUBORDINATING

LONGEST_PHRASE = 14  # tokens from the verb to the name: "sagte der stellvertretende Leiter der Schule, X"
LONGEST_INSERTION = 24  # tokens between the name and its verb: "X, die das Amt seit … leitet, sagte"
LONGEST_NAME = 3  # capitals in a row that may be an unknown name beside a known one


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
    if word == "a-t-il" or word == "a-t-elle":
        return True
    second = PARTED.get(word)
    return bool(second) and any(token.text in second for token in tokens[i + 1 : end])


def phrase(tokens: Sequence[Token], first: int, end: int) -> Speaker:
    """The speaker whom a phrase that begins here names: "der russische Präsident X", "er", "die Ministerin".

    A name that depends on another noun ("ein Sprecher von X", "Xs Anwalt") is not the speaker's, unless the
    phrase ends with it in apposition ("die Leiterin der Schule, X.").
    """
    noun = article = ""
    attached = False
    i = first
    while i < min(end, first + LONGEST_PHRASE):
        token = tokens[i]
        if token.sort is Sort.NAME:
            if not token.genitive and not attached:
                return _named(tokens, i, end)
            noun, article = (noun, article) if attached else ("", "genitive")
        elif token.sort is Sort.EXPRESSION:
            noun = noun or token.text
        elif token.sort is Sort.MARK:
            if token.text == "," and noun and article != "indefinite":
                return _apposition(tokens, i, end) or _role(article, noun, i)
            if token.text not in "-–./&" or token.text in "–" or (token.text == "." and not noun):
                break
        elif token.sort is Sort.QUOTATION:
            break
        else:
            word = token.text
            if not (noun or article) and word in (HE | SHE):
                return Speaker(pronoun="he" if word in HE else "she", after=i + 1)
            if word in SUBORDINATING or (i > first and word in SAYING):
                break
            if word in DEFINITE or word in INDEFINITE:
                if noun:
                    attached = True
                elif not attached:
                    article = "definite" if word in DEFINITE else "indefinite"
            elif word in OBLIQUE:
                attached = True
            elif not word[0].islower() and not attached:
                noun = word
        i += 1
    return _role(article, noun, i)


def _role(article: str, noun: str, after: int) -> Speaker:
    return Speaker(role=noun if article == "definite" else "", after=after)


def _named(tokens: Sequence[Token], i: int, end: int) -> Speaker:
    """The person of the name at `i`; nobody if more people are listed with it."""
    following = tokens[i + 1 : min(end, i + 1 + LONGEST_NAME + 1)]
    if following and following[0].text in {"und", "sowie", "and", "et", "oder", "&", "/"}:
        for token in following[1:]:
            if token.sort is Sort.NAME:
                return Speaker(after=i + 1)
            if token.sort is not Sort.WORD or token.text[0].islower():
                break
    return Speaker(person=tokens[i].person, after=i + 1)


def _apposition(tokens: Sequence[Token], comma: int, end: int) -> Speaker | None:
    """The person whose name alone follows the comma, as in "der Leiter der Schule, X."."""
    i = comma + 1
    while i < end and (tokens[i].text.rstrip(".") in {"Dr", "Prof", "Frau", "Herr"} or tokens[i].text == "."):
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
    if len(between) > LONGEST_INSERTION or any(_is_other_subject(tokens, i) for i in range(found.after, verb)):
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
    if opening == ",":
        return True  # "X, Leiterin der Schule(,) sagte": many forget the second comma
    return last in {"und", "and", "et"} or [t.text for t in between[-2:-1]] == ["und"]


def _is_other_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether another person's name stands here that is no genitive and follows no preposition."""
    return tokens[i].sort is Sort.NAME and not is_oblique(tokens, i)


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
        if token.text in DEFINITE and k and tokens[k - 1].sort is Sort.WORD and tokens[k - 1].text[0].isupper():
            return True
        if token.text in SAYING or token.text in SUBORDINATING:
            return False
    return False
