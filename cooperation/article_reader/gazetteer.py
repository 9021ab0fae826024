"""The names of places, and a search for them in a text."""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from cooperation.article_reader.patterns import subject
from cooperation.article_reader.reading.folding import fold, fold_accents, fold_case
from cooperation.article_reader.reading.spelling import agrees, distance
from cooperation.core.languages import LANGUAGE_CODES

#: The official tables of units and names, which `seeds/` builds and keeps.
TABLES = Path(__file__).resolve().parents[2] / "seeds/tables"
TOKEN = re.compile(r"[^\W_]+")
CONTRACTED = {"le": ["du", "au"], "les": ["des", "aux"]}
MIN_JOINED_LENGTH = 5


@dataclass(frozen=True)
class Unit:
    key: str
    country: str
    level: str
    kind: str = ""
    since: str = ""
    until: str = ""
    parent: str = ""
    names: tuple = ()

    def exists_on(self, day):
        """Whether the unit existed on `day`, which may be partial; true if `day` is not known."""
        if not day:
            return True
        return (not self.since or self.since[: len(day)] <= day) and (not self.until or day <= self.until[: len(day)])


@dataclass(frozen=True)
class Name:
    """A spelling of a place name, in words.

    `folded_words` are the words after `fold_case`; `skipped` counts those before the name itself (`du` in `du Havre`),
    `capitals` those of the name that begin with a capital or a digit.
    """

    key: str
    words: tuple
    folded_words: tuple
    skipped: int = 0
    capitals: int = 0
    misspelt: bool = False


@dataclass(frozen=True)
class Match:
    start: int
    end: int
    keys: tuple
    misspelt: bool = False


class Gazetteer:
    """Built from dicts with the columns of `units.csv` and `names.csv`; of two units with one key the later wins."""

    def __init__(self, units, names=()):
        self.units = {row["key"]: build_unit(row) for row in units}
        self.by_words = defaultdict(dict)  # words without accents -> names (a dict as an ordered set)
        self.lengths = defaultdict(set)  # first of these words -> lengths of the names, in words
        self.spellings = defaultdict(dict)  # first two letters -> folded name -> keys
        for unit in self.units.values():
            for text in unit.names:
                self.add(unit, text)
        for row in names:
            if row["key"] in self.units:
                self.add(self.units[row["key"]], row["text"], misspelt=row.get("kind") == "misspelling")

    @classmethod
    def from_folder(cls, folder=TABLES, units=(), names=()):
        """Read the tables of `folder`, and add the given rows."""
        folder = Path(folder)
        extra_names = [{"key": key, "text": text} for key, text in subject("places")["more_names"]]
        return cls(chain(rows(folder / "units.csv"), units), chain(rows(folder / "names.csv"), extra_names, names))

    def add(self, unit, text, *, misspelt=False):
        for words, skipped in build_spellings(unit, text):
            unaccented, folded = tuple(map(fold_accents, words)), tuple(map(fold_case, words))
            capitals = sum(1 for word in words[skipped:] if word[0].isupper() or word[0].isdigit())
            name = Name(unit.key, words, folded, skipped, capitals, misspelt)
            self.by_words[unaccented][name] = None
            self.lengths[unaccented[0]].add(len(unaccented))
        folded = fold(text)
        self.spellings[folded[:2]].setdefault(folded, set()).add(unit.key)

    def find_matches(self, text):
        """Find names from left to right; the longest wins, and no match overlaps another."""
        words = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
        folded, unaccented = fold_case(text), fold_accents(text)
        unaccented_words, index, matches = [unaccented[start:end] for start, end in words], 0, []
        while index < len(words):
            names = (
                self.find_names_at(text, folded, unaccented_words, words, index)
                if unaccented_words[index] in self.lengths
                else []
            )
            if names:
                length, skipped = len(names[0].words), names[0].skipped
                start, end = words[index + skipped][0], words[index + length - 1][1]
                keys = tuple(dict.fromkeys(name.key for name in names))
                matches.append(Match(start, end, keys, names[0].misspelt))
                index += length
            else:
                index += 1
        return matches

    def find_names_at(self, text, folded, unaccented_words, words, index):
        """The longest names that start at the word `index`; all have the same number of words."""
        for length in sorted(self.lengths[unaccented_words[index]], reverse=True):
            spans = words[index : index + length]
            names = self.by_words.get(tuple(unaccented_words[index : index + length]), ())
            matches = [name for name in names if self.is_name_at(name, text, folded, spans)]
            if matches:
                return matches
        return []

    def is_name_at(self, name, text, folded, spans):
        """Whether accents, capitals and the characters between the words agree with the name."""
        for offset, (word, (start, end)) in enumerate(zip(name.words, spans, strict=True)):
            if not agrees(folded[start:end], name.folded_words[offset]):
                return False
            if (
                offset >= name.skipped
                and word[0].isupper()
                and not text[start].isupper()
                and (offset == name.skipped or name.capitals < 3)
            ):
                return False
        gaps = [text[left[1] : right[0]] for left, right in pairwise(spans)]
        return all(re.fullmatch(r"\s?[-–'’ .]?\s?", gap) for gap in gaps)

    def find_nearest(self, text, levels, slack):
        """The key of the only unit of these levels whose name is within edit distance `slack`, or None."""
        folded, nearest = fold(text), set()
        for spelling, keys in self.spellings.get(folded[:2], {}).items():
            if abs(len(spelling) - len(folded)) <= slack:
                candidates = [key for key in keys if self.units[key].level in levels]
                if candidates and distance(spelling, folded, slack) <= slack:
                    nearest.update(candidates)
        return nearest.pop() if len(nearest) == 1 else None


def rows(path):
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def build_unit(row):
    names = dict.fromkeys(row.get(f"name_{language}") or "" for language in LANGUAGE_CODES)
    optional = [row.get(column) or "" for column in ("epci_kind", "since", "until", "parent")]
    return Unit(
        row["key"], row["country"], row["administrative_level"], *optional, tuple(name for name in names if name)
    )


def build_spellings(unit, text):
    """Yield (words, number of words before the name): as written, contracted (`du Havre`), joined (`Haiphong`)."""
    words = tuple(TOKEN.findall(text))
    if not words:
        return
    yield words, 0
    article = fold(words[0])
    if unit.country == "FR" and article in CONTRACTED and len(words) > 1:
        for contraction in CONTRACTED[article]:
            yield (contraction, *words[1:]), 1
    joined = "".join(words)
    if unit.country == "VN" and len(words) == 2 and len(joined) >= MIN_JOINED_LENGTH:
        yield (joined.capitalize(),), 0
