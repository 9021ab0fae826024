"""Which of the three languages a text is written in."""

import re

from seeds.patterns import subject

VIETNAMESE = set("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
WORD = re.compile(r"[^\W\d_]+")


def detect(text):
    """Stop words decide; letters that only Vietnamese has count where they are many, as names have them too."""
    words = [word.lower() for word in WORD.findall(text)]
    if not words:
        return "en"
    marked = sum(1 for word in words if VIETNAMESE & set(word)) / len(words)
    scores = {
        language: sum(1 for word in words if word in stops) / len(words) for language, stops in stop_words().items()
    }
    scores["vi"] += marked
    return max(scores, key=scores.get)


def stop_words():
    return {language: set(entry["stop_words"]) for language, entry in subject("language").items()}
