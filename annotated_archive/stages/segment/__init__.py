"""Segment: which part of a saved page is title, kicker, lead, subhead, body, comment or none of the article.

Comes in: a SavedText. Goes out: segments that tile its whole text, each with the rule that read it so, and
problems (S001 no article, S002 a text that breaks off at a wall). What the parts say of the article, its date
or its author, is left to `describe`.

The rules speak of forms, never of one page or one outlet. Each pass takes the page as far as it is
understood, a `Layout` (`layout.py`), and gives the next; nothing is changed in place. `PASSES` in
`segmenting.py` is their order, and a test compares it with this list.

Marks: what lines are by themselves, or beside others.

- `blocks` (`layout.py`): lines, or paragraphs where the text was wrapped, with their features (`block.py`).
- `marks` (`marks.py`): what single lines declare themselves to be: labels (`labels.py`, with the words in
  `lexicon/page_furniture.yml`), dates, authors and addresses (`forms.py`), credits and captions
  (`credits.py`), corrections (`corrections.py`), a comment's buttons (`comment_forms.py`).
- `captions` (`pictures.py`): captions that only the credit below them gives away.
- `descriptions` (`pictures.py`): what a picture shows, printed beside its caption.
- `prints` (`pictures.py`): captions and paragraphs printed again.
- `ingredients` (`recipes.py`): the list of a recipe, which is text although none of its lines is a sentence.
- `summaries` (`summaries.py`): boxes that sum the article up.
- `portraits` (`summaries.py`): boxes that portray a person.
- `enclosed` (`enclosed.py`): what boxes say between their labels.

Where the article is, and what on the page is another's.

- `threads` (`comments.py`): the threads of reader comments, also those without a header (`unheaded.py`).
- `teasers` (`teasers.py`): the boxes that advertise other articles.
- `live` (`live.py`): the entries of a live blog, which are the article however short they are.
- `run` (`run.py`): the stretch that is the article; paragraphs count for it, labels and menus against it.
- `extend` (`extend.py`): its paragraphs that a box cut off from it.
- `title` (`head.py`): the line above it that is its title, or none where no line is clearly one (`title.py`),
  by the signs of `title_signs.py` and the weights of `title_weights.py`. Other wordings of a headline are no
  rivals (`title_variants.py`), those of entries no candidates (`title_entries.py`).

Readings: what each block is, seen from the article. Where several passes read one, the last wins.

- `outside` (`place.py`): what marks mean outside the article.
- `inside` (`inside.py`): what each line inside it is (`quotes.py`, `ticker.py`, `speech.py`,
  `short_lines.py`).
- `ending` (`ending.py`): what stands below its last sentence.
- `head` (`head.py`): what stands between title and article.
- `title-prints` (`head.py`): the title and its other prints.
- `lead` (`head.py`): a first paragraph that sums up the rest.
- `title-doubt` (`head.py`): a title that is likely, or not even that.

Cuts: blocks that are several parts.

- `title-cut` (`cuts.py`): kicker and title on one line (`kicker.py`).
- `lead-cut` (`cuts.py`): leads printed twice (`repeats.py`).
- `kicker` (`kicker.py`): the kicker on a line above the title.
- `walls` (`walls.py`): notices that stop a reader, and whether the text breaks off there.
- `parts` (`parts.py`): the segments, without links inside them (`cuts.py`). Blanks between them are added by
  `tiling.py`.

What a file's format settles comes before all this, and rules read only what it leaves open: `regions.py`.
What a person decided about lines comes last and wins: `correct.py`, its places in `corrected_places.py`. Then
`set_aside.py` asks about prose that was set aside for its place alone.

To add a label, add it to its section of `lexicon/page_furniture.yml`; the section's name is the rule. To add
a rule, write a case in `tests/cases/segment/` that shows the form with invented words, give the rule a name,
add it to the module whose question it answers, and explain it in `lexicon/rules/segment.yml` in every
language. A line that declares itself belongs to the list `DECLARED` in `marks.py`; one that only its
neighbours explain, to a later pass. A new pass is a line of `PASSES` and one above.
"""

from .correct import correct
from .segmenting import segment
from .set_aside import set_aside
from .title_candidates import TitleCandidate, title_candidates

__all__ = ["TitleCandidate", "correct", "segment", "set_aside", "title_candidates"]
