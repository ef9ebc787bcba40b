"""What a renderer of Markdown needs: the hook, the extension for citations, the theme."""
