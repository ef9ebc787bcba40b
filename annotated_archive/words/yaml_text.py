"""YAML that the program brings along or a person wrote → plain values, by libyaml where it is there.

Nothing is constructed but strings, numbers, truth values, lists and mappings.
"""

from __future__ import annotations

from typing import Any, TextIO

import yaml

# Ten times as fast as the loader in Python, with the same results; PyYAML's wheels have it.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def plain_yaml(text: str | TextIO) -> Any:
    """The value of one YAML document. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=LOADER)
