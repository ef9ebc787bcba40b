"""What a renderer of Markdown needs: the hook, the extension for citations, the theme."""

from pathlib import Path

# The folder of the theme, for `theme.custom_dir` of mkdocs.yml.
theme = str(Path(__file__).parent / "theme")
