"""Several processes understand an archive exactly as one does."""

from functools import partial

from annotated_archive.knowledge.curation import Curation
from annotated_archive.model import SavedText
from annotated_archive.parallel import WORTH_ANOTHER_PROCESS, apply
from annotated_archive.pipeline import understand

ARTICLE = "Der Turm {n}\n\nDie Stadt baut Turm Nummer {n}, sagte Ada Muster. Er wird {n} Meter hoch.\n"


def test_the_results_are_the_same_and_in_order():
    count = 2 * WORTH_ANOTHER_PROCESS
    texts = [SavedText(f"{n}.txt", f"seeds/{n}.txt", ARTICLE.format(n=n), str(n)) for n in range(count)]
    alone = partial(understand, curation=Curation())
    assert list(apply(alone, texts, jobs=2)) == list(apply(alone, texts, jobs=1))


def test_few_items_start_no_process():
    assert list(apply(lambda n: n + 1, [1, 2, 3], jobs=8)) == [2, 3, 4]  # a lambda could not be handed over
