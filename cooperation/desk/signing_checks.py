"""Finds published reports that say that something was signed, where the register has no record of it and no reason."""

import re
from collections.abc import Iterator

from cooperation.article_reader.recognise.passages import bounds
from cooperation.core.languages import ENGLISH, FRENCH, VIETNAMESE
from cooperation.core.localized_text import column
from cooperation.news.models import Claim, NewsItem

#: What says in our own texts that an agreement was signed, and what takes it back, by language in the order of search.
SIGNED = {
    ENGLISH: re.compile(r"\bsigned\b|\bsigning of\b", re.IGNORECASE),
    FRENCH: re.compile(r"\bsign(?:é|ée|és|ées|ent|èrent)\b", re.IGNORECASE),
    VIETNAMESE: re.compile(r"(?<!đăng )(?<!chữ )\bký\b", re.IGNORECASE),
}
NOT_SIGNED = {
    ENGLISH: re.compile(r"\bno\b[^;]*\bsigned\b|\bnot (?:yet )?(?:been )?signed", re.IGNORECASE),
    FRENCH: re.compile(r"\baucun\w*\b|\bn[’'](?:a|ont) pas\b", re.IGNORECASE),
    VIETNAMESE: re.compile(r"\bchưa\b|\bkhông nêu\b", re.IGNORECASE),
}


def check_signings() -> Iterator[str]:
    """One line for each such report, with the first sentence that says so."""
    for item in NewsItem.objects.public().filter(unrecorded_signings="").prefetch_related("claims"):
        sentence = find_unrecorded_signing(item)
        if sentence:
            yield f"newsitem {item.key} says that something was signed, and no claim records it: {sentence}"


def find_unrecorded_signing(item: NewsItem) -> str:
    """The first such sentence of its text, in the first language that it has; empty if there is none."""
    language = next((code for code in SIGNED if getattr(item, column("body", code))), "")
    if not language:
        return ""
    passages = [
        getattr(claim, column("passage", language)) or "" for claim in item.claims.all() if is_of_signing(claim)
    ]
    for paragraph in getattr(item, column("body", language)).splitlines():
        for start, end in bounds(paragraph):
            sentence = paragraph[start:end].strip()
            is_signing = SIGNED[language].search(sentence) and not NOT_SIGNED[language].search(sentence)
            if is_signing and not any(sentence in passage or passage in sentence for passage in passages):
                return sentence
    return ""


def is_of_signing(claim: Claim) -> bool:
    return claim.subject_kind == "agreement" or claim.fact in ("signings", "signings_complete")
