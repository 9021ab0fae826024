"""The names of places, and where they stand in a text."""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from seeds.patterns import subject
from seeds.reading.folding import fold, fold_accents, fold_case
from seeds.reading.spelling import agrees, distance

TABLES = Path(__file__).parent / "tables"
TOKEN = re.compile(r"[^\W_]+")
CONTRACTED = {"le": ["du", "au"], "les": ["des", "aux"]}
SHORTEST_JOINED = 5


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

    def stands_on(self, day):
        """True where `day` is unknown; a partial day counts as a whole."""
        if not day:
            return True
        return (not self.since or self.since[: len(day)] <= day) and (not self.until or day <= self.until[: len(day)])


@dataclass(frozen=True)
class Name:
    """A written form: its words, how many of them stand before the place itself, and how many are capitalised.

    `small` are the words as `lowered` shows them.
    """

    key: str
    words: tuple
    small: tuple
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
    """Takes rows as dicts with the columns of `units.csv` and `names.csv`; the later of two units with one key wins."""

    def __init__(self, units, names=()):
        self.units = {row["key"]: unit_of(row) for row in units}
        self.by_words = defaultdict(dict)  # the words of names, flattened -> the names, each once
        self.lengths = defaultdict(set)  # the first of these words -> how many words such names have
        self.written = defaultdict(dict)  # the first two letters of names, folded -> the names -> their keys
        for unit in self.units.values():
            for text in unit.names:
                self.add(unit, text)
        for row in names:
            if row["key"] in self.units:
                self.add(self.units[row["key"]], row["text"], misspelt=row.get("kind") == "misspelling")

    @classmethod
    def from_folder(cls, folder=TABLES, units=(), names=()):
        """The tables of `folder`, and rows of the site's own."""
        folder = Path(folder)
        more = [{"key": key, "text": text} for key, text in subject("places")["more_names"]]
        return cls(chain(rows(folder / "units.csv"), units), chain(rows(folder / "names.csv"), more, names))

    def add(self, unit, text, *, misspelt=False):
        for words, skipped in forms(unit, text):
            flat, small = tuple(map(fold_accents, words)), tuple(map(fold_case, words))
            capitals = sum(1 for word in words[skipped:] if word[0].isupper() or word[0].isdigit())
            name = Name(unit.key, words, small, skipped, capitals, misspelt)
            self.by_words[flat][name] = None
            self.lengths[flat[0]].add(len(flat))
        folded = fold(text)
        self.written[folded[:2]].setdefault(folded, set()).add(unit.key)

    def matches(self, text):
        """Longest names first, from left to right, none within another."""
        words = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
        small, flat = fold_case(text), fold_accents(text)
        folded, index, found = [flat[start:end] for start, end in words], 0, []
        while index < len(words):
            names = self.names_at(text, small, folded, words, index) if folded[index] in self.lengths else []
            if names:
                length, skipped = len(names[0].words), names[0].skipped
                start, end = words[index + skipped][0], words[index + length - 1][1]
                keys = tuple(dict.fromkeys(name.key for name in names))
                found.append(Match(start, end, keys, names[0].misspelt))
                index += length
            else:
                index += 1
        return found

    def names_at(self, text, small, folded, words, index):
        """The longest names that the words from `index` on spell, all of one length."""
        for length in sorted(self.lengths[folded[index]], reverse=True):
            spans = words[index : index + length]
            names = self.by_words.get(tuple(folded[index : index + length]), ())
            found = [name for name in names if self.spells(name, text, small, spans)]
            if found:
                return found
        return []

    def spells(self, name, text, small, spans):
        """The accents of the words, the capitals and what stands between the words are those of the name."""
        for offset, (word, (start, end)) in enumerate(zip(name.words, spans, strict=True)):
            if not agrees(small[start:end], name.small[offset]):
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

    def nearest(self, text, levels, slack):
        """The one unit of these tiers whose name is at most `slack` letters away."""
        wanted, found = fold(text), set()
        for written, keys in self.written.get(wanted[:2], {}).items():
            if abs(len(written) - len(wanted)) <= slack:
                near = [key for key in keys if self.units[key].level in levels]
                if near and distance(written, wanted, slack) <= slack:
                    found.update(near)
        return found.pop() if len(found) == 1 else None


def rows(path):
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def unit_of(row):
    names = dict.fromkeys(row.get(f"name_{language}") or "" for language in ("vi", "fr", "en"))
    optional = [row.get(column) or "" for column in ("epci_kind", "since", "until", "parent")]
    return Unit(
        row["key"], row["country"], row["administrative_level"], *optional, tuple(name for name in names if name)
    )


def forms(unit, text):
    """The words of a name, its contracted forms (`du Havre`), and Vietnamese names in one word (`Haiphong`)."""
    words = tuple(TOKEN.findall(text))
    if not words:
        return
    yield words, 0
    article = fold(words[0])
    if unit.country == "FR" and article in CONTRACTED and len(words) > 1:
        for contraction in CONTRACTED[article]:
            yield (contraction, *words[1:]), 1
    joined = "".join(words)
    if unit.country == "VN" and len(words) == 2 and len(joined) >= SHORTEST_JOINED:
        yield (joined.capitalize(),), 0
