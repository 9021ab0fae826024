"""The context of a place name: the words around it, and the level and role they imply."""

import re
from bisect import bisect_left
from functools import lru_cache

from cooperation.article_reader.patterns import subject
from cooperation.article_reader.reading.folding import fold, fold_accents

WORD = re.compile(r"[^\W_]+")
SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
BREAK = re.compile(r"[,;:.!?()\"]+(?!\w)|(?<=\s)-(?=\s)")
ATTRIBUTES = (
    "la|l|le|les|the|downtown|central|thu do|capital|port|coastal|french|vietnamese"
    "|(?:north|south)?(?:east|west)ern|northern|southern|mountainous|seaside"
)
JOINT = re.compile(
    "(?:and|et|va|with|avec|voi|a la ville de|and the city of|et la ville de|va thanh pho|and the town of)?"
)
REACH = 60
MAX_WORDS = 6  # of the context


def is_surname(word):
    return fold_accents(word) in get_surnames()


def is_syllable(word):
    return bool(SYLLABLE.fullmatch(fold_accents(word)))


@lru_cache
def get_surnames():
    return frozenset(subject("people")["any"]["surnames"])


@lru_cache
def get_level_words(entry):
    """(words, levels) of `words.before` or `words.after`, longest first."""
    rows = [(words, tuple(row["levels"])) for row in subject("places")["words"][entry] for words in row["words"]]
    return sorted(rows, key=lambda row: -len(row[0]))


@lru_cache
def get_levels_by_words(entry):
    return dict(reversed(get_level_words(entry)))


@lru_cache
def get_place_words(entry):
    return frozenset(subject("places")[entry])


class Neighbours:
    def __init__(self, text, start, end, places):
        self.text, self.start, self.end, self.places = text, start, end, places
        self.before, self.after = text[max(0, start - REACH) : start], text[end : end + REACH]
        self.folded_before = fold_gap(self.before.rpartition("(")[2] if self.before.endswith("(") else self.before)
        self.folded_after = fold_gap(self.after)

    def folded_name(self):
        return fold(self.text[self.start : self.end])

    def index(self):
        """Its index among the places of the text, which are sorted; None if it is not one of them."""
        index = bisect_left(self.places, (self.start, self.start))
        return index if index < len(self.places) and self.places[index][0] == self.start else None

    def levels_before(self):
        known = get_levels_by_words("before")
        return next((known[words] for words in endings(self.folded_before) if words in known), ())

    def levels_after(self):
        if not re.match(r"[\s'’-]", self.after):
            return ()
        known = get_levels_by_words("after")
        return next((known[words] for words in beginnings(self.folded_after) if words in known), ())

    def levels(self):
        return self.levels_before() or self.levels_after() or self.levels_of_list()

    def levels_of_list(self):
        """`các tỉnh A, B và C`: the word before the first place also applies to the next two."""
        index = self.index() or 0
        for earlier in range(index - 1, max(index - 3, -1), -1):
            gap = fold(self.text[self.places[earlier][1] : self.places[earlier + 1][0]])
            if gap not in ("", "and", "et", "va"):
                return ()
            words = fold_gap(self.text[max(0, self.places[earlier][0] - REACH) : self.places[earlier][0]])
            for plural in (
                "cac tinh",
                "hai tinh",
                "provinces",
                "provinces of",
                "provinces de",
                "regions",
                "regions of",
                "departements",
                "villes de",
                "cities of",
                "regions de",
            ):
                if ends_with(words, plural):
                    return next(levels for known, levels in get_level_words("before") if plural.endswith(known))
        return ()

    def has_before(self, entry):
        return not get_place_words(entry).isdisjoint(endings(self.folded_before))

    def has_after(self, entry):
        return self.after[:1] in (" ", "-") and not get_place_words(entry).isdisjoint(beginnings(self.folded_after))

    def has_article(self):
        return self.has_before("articles")

    def is_locative(self):
        """`in`, `tại` or `à` comes right before the name, or before the words that give its level."""
        before = self.folded_before
        known = get_levels_by_words("before")
        before = before.removesuffix(next((words for words in endings(before) if words in known), "")).strip()
        before = re.sub(rf"(?:(?:^| )(?:{ATTRIBUTES}))+$", "", before)
        return not get_place_words("locative").isdisjoint(endings(before))

    def is_hyphenated(self):
        """A hyphen without spaces joins it to a word that is not a place: a longer name."""
        left = re.search(r"(\w+)[-–]$", self.before)
        right = re.match(r"[-–](\w+)", self.after)
        if left and left[1][:1].isupper() and not self.touches_place(self.start - 1):
            return fold_accents(left[1]) != "ville"
        return bool(
            right
            and right[1][:1].isupper()
            and not self.touches_place(self.end + 1)
            and fold_accents(right[1]) not in ("ville", "vietnam", "france")
        )

    def touches_place(self, offset):
        return any(start <= offset <= end for start, end in self.places if start != self.start)

    def is_beside_place(self):
        """`A và B`, `A – B`, `A, B`: another place is next to it."""
        index = self.index()
        if index is None:
            return False
        sides = []
        if index:
            sides.append(self.text[self.places[index - 1][1] : self.start])
        if index + 1 < len(self.places):
            sides.append(self.text[self.end : self.places[index + 1][0]])
        return any(len(side) < 25 and JOINT.fullmatch(fold(side)) for side in sides)

    def has_country_after(self):
        return bool(re.match(r"\s*\((?:france|phap|phap\))", fold_accents(self.after)))

    def run_before(self):
        """Capitalised words before it, joined by single spaces, nearest first, up to another place."""
        run = []
        for match in reversed(list(re.finditer(r"[^\W\d_]+(?= )", self.before))):
            gap = self.before[match.end() : len(self.before) if not run else run[-1][1]]
            offset = max(0, self.start - REACH) + match.start()
            if gap != " " or not match.group()[0].isupper() or self.touches_place(offset) or len(run) == 4:
                break
            run.append((match.group(), match.start()))
        return [word for word, _ in run]

    def run_after(self):
        run = re.match(r"((?: [^\W\d_]+)+)", self.after)
        words = run[1].split() if run else []
        return words[:1] if words and words[0][0].isupper() and not self.touches_place(self.end + 1) else []


def fold_gap(text):
    """Fold a text; `zzz` replaces punctuation, so that phrases do not match across it."""
    return " ".join(WORD.findall(BREAK.sub(" zzz ", fold_accents(text))))


def ends_with(folded, words):
    return folded == words or folded.endswith(" " + words)


def endings(folded):
    """All sequences of last words, longest first."""
    words = folded.split(" ")[-MAX_WORDS:]
    return [" ".join(words[n:]) for n in range(len(words))]


def beginnings(folded):
    words = folded.split(" ")[:MAX_WORDS]
    return [" ".join(words[:n]) for n in range(len(words), 0, -1)]
