"""Which of the three languages a text is written in."""

import re
from collections import Counter
from functools import lru_cache

from seeds.patterns import subject

VIETNAMESE = set("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
WORD = re.compile(r"[^\W\d_]+")


LEAST_WORDS = 6


def detect(text):
    """The language of most paragraphs; among equals, and where none is long enough, that of the whole text."""
    votes = Counter(language_of(words) for line in text.split("\n") if len(words := words_of(line)) >= LEAST_WORDS)
    whole = language_of(words_of(text))
    most = max(votes.values(), default=0)
    ahead = [language for language, count in votes.items() if count == most]
    return ahead[0] if len(ahead) == 1 else whole


def words_of(text):
    return [word.lower() for word in WORD.findall(text)]


def language_of(words):
    """Stop words decide; letters that only Vietnamese has count where they are many, as names have them too."""
    if not words:
        return "en"
    scores = {
        language: sum(1 for word in words if word in stops) / len(words) for language, stops in stop_words().items()
    }
    plain = unaccented_words()
    unaccented = sum(1 for word in words if word in plain) / len(words)
    scores["vi"] = max(scores["vi"], unaccented)
    scores["vi"] += sum(1 for word in words if not VIETNAMESE.isdisjoint(word)) / len(words)
    return max(scores, key=scores.get)


@lru_cache
def unaccented_words():
    return frozenset(subject("language")["vi"]["unaccented"])


@lru_cache
def stop_words():
    return {language: set(entry["stop_words"]) for language, entry in subject("language").items()}
