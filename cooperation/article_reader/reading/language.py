"""Detect which of the three languages a text is written in."""

import re
from collections import Counter
from functools import lru_cache

from cooperation.article_reader.patterns import subject
from cooperation.core import languages

VIETNAMESE = set("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")  # letters that only Vietnamese has
WORD = re.compile(r"[^\W\d_]+")


MIN_WORDS = 6


def detect(text):
    """The language of most paragraphs; that of the whole text if several lead or no paragraph is long enough."""
    votes = Counter(detect_in_words(words) for line in text.split("\n") if len(words := split_words(line)) >= MIN_WORDS)
    fallback = detect_in_words(split_words(text))
    most = max(votes.values(), default=0)
    leading = [language for language, count in votes.items() if count == most]
    return leading[0] if len(leading) == 1 else fallback


def split_words(text):
    return [word.lower() for word in WORD.findall(text)]


def detect_in_words(words):
    """By the share of stop words. Vietnamese letters add to it; names have them in any language, but fewer."""
    if not words:
        return languages.ENGLISH
    scores = {
        language: sum(1 for word in words if word in stop_words) / len(words)
        for language, stop_words in load_stop_words().items()
    }
    unaccented_words = load_unaccented_words()
    unaccented = sum(1 for word in words if word in unaccented_words) / len(words)
    scores[languages.VIETNAMESE] = max(scores[languages.VIETNAMESE], unaccented)
    scores[languages.VIETNAMESE] += sum(1 for word in words if not VIETNAMESE.isdisjoint(word)) / len(words)
    return max(scores, key=scores.get)


@lru_cache
def load_unaccented_words():
    return frozenset(subject("language")[languages.VIETNAMESE]["unaccented"])


@lru_cache
def load_stop_words():
    return {language: set(entry["stop_words"]) for language, entry in subject("language").items()}
