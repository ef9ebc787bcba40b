"""Segment."""

from .stage import segment

__all__ = ["segment"]
