"""The words that differ between two texts, as HTML with `<del>` and `<ins>`."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
MAX_TOKENS = 4_000  # beyond it the comparison takes seconds: the texts are shown whole


def mark_differences(before: str, after: str) -> SafeString:
    """`after` with the words marked that are new, and those of `before` that are gone.

    >>> str(mark_differences("Water supply", "Clean water supply"))
    '<del>Water</del><ins>Clean water</ins> supply'
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if len(old) + len(new) > MAX_TOKENS:
        return format_html("<del>{}</del><ins>{}</ins>", before, after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return format_html_join("", "{}", ((mark(step, old, new),) for step in steps))


def mark(step: tuple, old: list[str], new: list[str]) -> SafeString:
    kind, old_start, old_end, new_start, new_end = step
    gone, added = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
    if kind == "equal":
        return format_html("{}", added)
    deleted = format_html("<del>{}</del>", gone) if gone else ""
    return format_html("{}{}", deleted, format_html("<ins>{}</ins>", added) if added else "")
