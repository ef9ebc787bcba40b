"""Writes the JSON Schemas of the curation files, so that editors complete and check what people write.

Run by `make schemas`; a test fails while `schemas/` is not what the forms say.
"""

from __future__ import annotations

import json
from pathlib import Path

from .forms import SCHEMAS

FOLDER = Path(__file__).parents[3] / "schemas"
ONE_MAPPING = frozenset({"article"})  # the other files are lists of entries


def schema_texts() -> dict[str, str]:
    """The files of `schemas/` by name, as JSON Schema 2020-12."""
    texts: dict[str, str] = {}
    for name, form in SCHEMAS.items():
        schema = form.model_json_schema()
        if name not in ONE_MAPPING:
            schema = {"type": "array", "items": schema}
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
        texts[f"{name}.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return texts


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in schema_texts().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
        print(f"schemas/{file}")
