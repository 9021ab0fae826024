"""Findings, merged over all articles, become fixture rows. Knows the models by name only, and imports none."""

from .archive import build

__all__ = ["build"]
