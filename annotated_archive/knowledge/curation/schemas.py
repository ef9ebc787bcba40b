"""Writes the JSON Schemas of the curation files, so that editors complete and check what people write.

An archive keeps them in `schemas/`, where the first lines of its curation files point. Each build brings them
up to date, so that editors know what the installed version knows. `make schemas` writes those of this
repository; a test fails while they are not what the forms say.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from ...disk.atomic import replace_file
from .forms import SCHEMAS

FOLDER = Path(__file__).parents[3] / "schemas"
# By this sentence a file is known as ours: no other is replaced.
OURS = "Written by annotated-archive, which brings it up to date at every build."
ONE_MAPPING = frozenset({"archive", "article"})  # the other files are lists of entries


def schema_texts() -> dict[str, str]:
    """The files of `schemas/` by name, as JSON Schema 2020-12."""
    texts: dict[str, str] = {}
    for name, form in SCHEMAS.items():
        schema = form.model_json_schema()
        if name not in ONE_MAPPING:
            schema = {"type": "array", "items": schema}
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": OURS}
        schema = head | schema
        texts[f"{name}.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return texts


def refresh_schemas(folder: Path) -> None:
    """Bring `folder` up to date if it holds schemas of ours; files of other origin stay as they are.

    Where nothing can be written, the build goes on: an editor then completes what an older version knew.
    """
    with suppress(OSError, UnicodeDecodeError):
        known = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
        if not any(OURS in text for text in known.values()):
            return
        for name, text in schema_texts().items():
            if known.get(name, OURS) != text and OURS in known.get(name, OURS):
                replace_file(folder / name, text.encode())


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in schema_texts().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
        print(f"schemas/{file}")
