"""Regular expressions by language, read from the TOML files in this folder."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from cooperation.article_reader.reading.folding import UNACCENTED, view
from cooperation.core.languages import VIETNAMESE

FOLDER = Path(__file__).parent
NEVER = re.compile(r"(?!)")


@lru_cache
def subject(name):
    """The patterns of a file, by language. Unaccented Vietnamese inherits those of Vietnamese and overrides some."""
    entries = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    if VIETNAMESE in entries:
        entries[UNACCENTED] = entries[VIETNAMESE] | entries.get(UNACCENTED, {})
    return entries


def list_expressions(name, language, entry):
    """The expressions of one entry, folded like the text they are matched against."""
    expressions = subject(name).get(language, {}).get(entry, [])
    return [view(expression, language).replace(" ", r"\s+") for expression in expressions]


@cache
def any_of(name, language, entry):
    """Compile one expression that matches any expression of `entry` as whole words."""
    expressions = list_expressions(name, language, entry)
    if not expressions:
        return NEVER
    return re.compile(r"(?<!\w)(?:" + "|".join(expressions) + r")(?!\w)")


@cache
def alternatives(name, language, entry):
    """The source of `any_of`, without word boundaries, for use in a longer expression."""
    expressions = list_expressions(name, language, entry)
    return "(?:" + "|".join(expressions) + ")" if expressions else "(?!)"
