"""Articles made from a few facts, for tests that need no seed."""

from annotated_archive.model import Address, Article, Certainty, Description, Found, SavedText


def found(value):
    return None if value is None else Found(value, None, "curated", Certainty.CURATED, "because")


def article(citekey="k", path="2016/p", text="", segments=(), people=(), seed="s.txt", **facts):
    """An article with these facts: lists become tuples, and every fact is curated."""
    known = {
        name: tuple(map(found, value)) if isinstance(value, list) else found(str(value))
        for name, value in facts.items()
    }
    saved = SavedText(seed, f"seeds/{seed}", text, "0f" * 32)
    return Article(saved, segments, Description(**known), (), tuple(people), Address(path, citekey))
