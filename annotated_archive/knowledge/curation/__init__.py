"""Curation YAML → types. Human judgement, read with the line of every key.

Comes in: the folder `curation/`. Goes out: `Curation`, and a problem for whatever people wrote that cannot be
used; all the rest of the file is used. New addresses are added to `permalinks.yml`. What the judgement means
for an article is left to the stages.
"""

from .accepted import Settled, settle
from .folder import Curation, orphans, read_curation
from .forms import SCHEMAS
from .permalinks import add_permalinks

__all__ = ["SCHEMAS", "Curation", "Settled", "add_permalinks", "orphans", "read_curation", "settle"]
