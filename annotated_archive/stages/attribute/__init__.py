"""Attribute: text, segments and mentions → sayings, the direct quotations that a rule can give to a person.

`quotations.py` finds quotations, `tokens.py` cuts a paragraph into sentences of words, names and whole
quotations, `speaker.py` reads the phrase that names a speaker, `frames.py` the clause around a quotation,
`acquaintance.py` knows what roles are printed beside a name, and `stage.py` decides. Nothing is guessed: two
possible speakers are none. Who the people are is left to the stage `identify`.
"""

from .attributing import attribute

__all__ = ["attribute"]
