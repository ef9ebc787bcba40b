"""What each sign of a title weighs, and how much there being no title does.

The weights are those of a conditional logistic model: the lines of a page compete with one another and with
there being no title at all. They were fitted twice. First on annotated German pages and on invented English,
French and German ones in the layouts of some three hundred outlets (blogs and shops counted half), with an
L2 penalty of 1. Then on 540 annotated pages of some 400 outlets in thirty countries, with a penalty of 20 on
each change, so that what the invented layouts taught stays. Signs that did not help with outlets left out of
the fit were dropped. `bench/title_weights.py` fits them anew.
"""

from __future__ import annotations

from types import MappingProxyType

NO_TITLE = 1.9  # points of there being none

WEIGHTS = MappingProxyType(
    {
        # Its words, and what the article says of them.
        "one-word": -1.8,
        "few-words": -0.6,
        "some-words": 0.65,
        "many-words": 0.95,
        "too-many-words": 0.75,
        "only-small-words": -0.35,
        "share-in-article": 1.4,
        "frequency-in-article": 0.75,
        "share-in-next-paragraph": 0.6,
        "speaks-of-page": -0.9,
        "names-people": -0.85,
        "lists-names": -1.05,
        # Its other prints.
        "printed-like-a-menu": -0.5,
        "printed-below": 0.6,
        "part-of-line-above": 0.75,
        "last-of-breadcrumbs": 1.6,
        # Its neighbours.
        "date-or-author-near": 1.8,
        "date-directly-below": 0.7,
        "author-directly-below": -0.15,
        "date-above": 0.7,
        "author-above": -0.7,
        "share-box-near": 0.45,
        "paragraph-near": 0.65,
        "sentence-directly-below": 1.0,
        "below-short-line": 0.9,
        "few-words-below-many": -0.6,
        "introduces": -0.5,
        "shorter-than-below": 0.4,
        "below-others-like-it": -1.05,
        # Its place.
        "alone-above-article": 0.4,
        "next-to-article": -0.4,
        "first-of-article": -1.35,
        "inside-article": -2.65,
        "short-lines-between": -0.6,
        # Its form.
        "colon-inside": 0.55,
        "asks": -0.6,
        "ends-like-a-sentence": -1.6,
        "ends-long-sentence": -0.85,
        "ends-in-brackets": -0.35,
        "begins-small": -0.5,
        "begins-with-sign": -0.55,
        "capitals-only": -0.45,
        "separators-inside": -1.3,
    }
)
