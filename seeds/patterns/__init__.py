"""Wordings by language, kept as lists of regular expressions in the TOML files beside this one."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from seeds.reading.folding import UNACCENTED, view

FOLDER = Path(__file__).parent
NEVER = re.compile(r"(?!)")


@lru_cache
def subject(name):
    """By language; Vietnamese without accents has the wordings of Vietnamese but for those of its own."""
    entries = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    if "vi" in entries:
        entries[UNACCENTED] = entries["vi"] | entries.get(UNACCENTED, {})
    return entries


def wordings(name, language, entry):
    """The expressions of one entry, in the same view as the text they are tried on."""
    entries = subject(name).get(language, {}).get(entry, [])
    return [view(each, language).replace(" ", r"\s+") for each in entries]


@cache
def any_of(name, language, entry):
    """One expression for whole words: any wording of `entry`."""
    parts = wordings(name, language, entry)
    if not parts:
        return NEVER
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


@cache
def alternatives(name, language, entry):
    """The text of `any_of`, to be built into a longer expression."""
    parts = wordings(name, language, entry)
    return "(?:" + "|".join(parts) + ")" if parts else "(?!)"
