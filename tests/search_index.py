"""What a made site's search index holds, read from its files: Pagefind's fragments are compressed JSON."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

SIGNATURE = b"pagefind_dcd"

Fragment = dict[str, Any]


def fragments(site: Path) -> dict[str, Fragment]:
    """Each page that the index knows, by its address below the site: text, metadata, filters, anchors."""
    found = {}
    for file in sorted(site.glob("pagefind/*/fragment/*.pf_fragment")):
        content = gzip.decompress(file.read_bytes())
        assert content.startswith(SIGNATURE), file
        fragment = json.loads(content.removeprefix(SIGNATURE))
        found[fragment["url"].lstrip("/")] = fragment | {"language": file.parts[-3]}
    return found


def everything(site: Path) -> str:
    """All text of the index, also what is found and never shown."""
    texts = [json.dumps(fragment, ensure_ascii=False) for fragment in fragments(site).values()]
    words = [file.read_text("utf-8") for file in sorted(site.glob("pagefind/words-*.txt"))]
    return "\n".join([*texts, *words])
