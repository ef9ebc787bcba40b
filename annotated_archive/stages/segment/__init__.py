"""Segment: which part of a saved page is title, kicker, lead, subhead, body, comment or none of the article.

Comes in: a SavedText. Goes out: segments that tile its whole text, each with the rule that read it so, and
problems (S001 no article, S002 a text that breaks off at a wall). What the parts say of the article, its date
or its author, is left to `describe`.

The rules speak of forms, never of one page or one outlet. They work in this order (`stage.py`):

1. `block.py`: the page as blocks: lines, or paragraphs where the text was wrapped, with their features.
2. `marks.py`: what single lines declare themselves to be: labels (`labels.py`, with the words in
   `lexicon/page_furniture.yml`), dates, authors and addresses (`forms.py`), credits and captions
   (`credits.py`), corrections (`corrections.py`); `pictures.py`: the captions that only the lines beside them
   give away; `recipes.py`, `summaries.py` and `enclosed.py`: ingredients, boxes that sum the article up or
   portray a person, and what boxes say between their labels.
3. `comments.py`: the threads of reader comments.
4. `teasers.py`: the boxes that advertise other articles.
5. `run.py`: the stretch of the page that is the article; paragraphs count for it, labels and menus against.
   `extend.py`: its paragraphs that a box cut off from it.
6. `title.py`: the title above it, by the signs of `title_signs.py` and the weights of `title_weights.py`, or
   none where no line is clearly one; `head.py`: what stands between title and article.
7. `inside.py`: what each line inside the article is (`quotes.py`, `ticker.py`, `speech.py`,
   `short_lines.py`); `ending.py`: what stands below its last sentence; `place.py`: what marks mean outside;
   `walls.py`: whether the text breaks off.
8. `cuts.py`: what a line is cut into: kicker and title (`kicker.py`, which also knows the kicker above a
   title), repeated leads (`repeats.py`), links.
9. `tiling.py`: the parts (`parts.py`) and the blanks between them.

What a person decided about lines comes last and wins: `correct.py`, its places in `corrected_places.py`.

To add a label, add it to its section of `lexicon/page_furniture.yml`; the section's name is the rule. To add
a rule, write a case in `tests/cases/segment/` that shows the form with invented words, give the rule a name,
add it to the module whose question it answers, and explain it in `lexicon/rules/segment.yml` in both
languages. A line that declares itself belongs to the list `DECLARED` in `marks.py`; one that only its
neighbours explain, to a later module.
"""

from .correct import correct
from .segmenting import segment
from .title_candidates import TitleCandidate, title_candidates

__all__ = ["TitleCandidate", "correct", "segment", "title_candidates"]
