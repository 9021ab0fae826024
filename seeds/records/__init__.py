"""Build fixture rows from the findings of all articles. Models are referred to by name, never imported."""

from .archive import build

__all__ = ["build"]
