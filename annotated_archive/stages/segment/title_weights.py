"""What each sign of a title weighs, and how much there being no title does.

The weights are those of a conditional logistic model: the lines of a page compete with one another and with
there being no title at all. They were fitted on annotated German pages and on invented English, French and
German ones in the layouts of some three hundred outlets (blogs and shops counted half), with an L2 penalty of
1, and rounded. Signs that did not help with outlets left out of the fit were dropped.
`bench/title_weights.py` fits them anew.
"""

from __future__ import annotations

from types import MappingProxyType

NO_TITLE = 1.85  # points of there being none

WEIGHTS = MappingProxyType(
    {
        # Its words, and what the article says of them.
        "one-word": -1.75,
        "few-words": -0.55,
        "some-words": 0.5,
        "many-words": 1.0,
        "too-many-words": 0.8,
        "only-small-words": -0.3,
        "share-in-article": 1.4,
        "frequency-in-article": 0.65,
        "share-in-next-paragraph": 0.5,
        "speaks-of-page": -0.85,
        "names-people": -0.85,
        "lists-names": -1.0,
        # Its other prints.
        "printed-like-a-menu": -0.55,
        "printed-below": 0.55,
        "part-of-line-above": 0.6,
        "last-of-breadcrumbs": 1.5,
        # Its neighbours.
        "date-or-author-near": 1.7,
        "date-directly-below": 0.6,
        "author-directly-below": -0.15,
        "date-above": 0.75,
        "author-above": -0.65,
        "share-box-near": 0.4,
        "paragraph-near": 0.65,
        "sentence-directly-below": 1.1,
        "below-short-line": 0.85,
        "few-words-below-many": -0.55,
        "introduces": -0.65,
        "below-others-like-it": -0.95,
        # Its place.
        "alone-above-article": 0.35,
        "next-to-article": -0.3,
        "first-of-article": -1.35,
        "inside-article": -2.4,
        "short-lines-between": -0.35,
        # Its form.
        "colon-inside": 0.6,
        "asks": -0.55,
        "ends-like-a-sentence": -1.55,
        "ends-long-sentence": -0.8,
        "ends-in-brackets": -0.35,
        "begins-small": -0.5,
        "begins-with-sign": -0.5,
        "capitals-only": -0.4,
        "separators-inside": -1.25,
    }
)
