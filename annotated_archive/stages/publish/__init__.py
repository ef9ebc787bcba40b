"""The only writer of pages: pages → files below `docs/archive/`. It plans first, and then does it.

It writes what changed and removes what is stale. Which files are its own it knows from a record of their
checksums, kept beside them: a file that is not in the record, or no longer as recorded, belongs to a person.
It is reported and left alone. Each file is replaced in one step, so nobody ever sees half of one.

For the public edition, anything below the folder that is not a page as composed just now stops the build
before a file is changed: what a person or another edition left there would be published with the rest.
"""

from .applying import Report, apply
from .planning import Plan, obstacle, plan
from .record import RECORD, edition_of

__all__ = ["RECORD", "Plan", "Report", "apply", "edition_of", "obstacle", "plan"]
