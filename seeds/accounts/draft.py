"""A draft account: the head, and the facts that the reader finds in an article; a person writes the texts."""

from typing import NamedTuple

from cooperation.article_reader.read_facts import (
    get_main_conference,
    read_agreement_facts,
    read_conference_facts,
    read_figures,
    read_hosts,
    read_mentions,
    read_partnership_facts,
)
from cooperation.article_reader.reading.folding import fold
from cooperation.article_reader.recognise.passages import bounds
from cooperation.core.languages import LANGUAGE_CODES

from .facts import HEADING, write_fact
from .file_format import HEAD_NAMES, RULE


class FoundFact(NamedTuple):
    """A fact as a line of the account, and the sentence of the article in which it was read."""

    line: str
    sentence: str


def find_facts(article, findings):
    """[FoundFact] in the order of an account, each once."""
    facts = [*read_conference_facts(findings), *read_hosts(findings, article.language)]
    facts += read_figures(findings, get_main_conference(findings))
    for agreement in findings.agreements:
        facts += read_agreement(agreement, article)
    for partnership in findings.partnerships:
        facts += read_partnership_facts(partnership, join_keys(partnership.parties))
    sentences = {}
    for fact in [*facts, *read_mentions(findings)]:
        sentences.setdefault(write_fact(fact), get_sentence(article, fact.extraction))
    return [FoundFact(line, sentence) for line, sentence in sentences.items()]


def read_agreement(agreement, article):
    """The facts of an agreement.

    Its key has the year of the signature, or where the article does not give that, the year of the article.
    """
    signed_on = str(agreement.signed_on.value) if agreement.signed_on else "--"
    year = (article.published or "")[:4] if signed_on.startswith("--") else signed_on[:4]
    key = "-".join(filter(None, [join_keys(agreement.parties), year]))
    return read_agreement_facts(agreement, key, article.language)


def join_keys(parties):
    """The key of an agreement or partnership: those of its parties without their countries, Vietnamese ones first."""
    keys = [party.value for party in parties]
    ordered = sorted(set(keys), key=lambda key: (not key.startswith("vn-"), key))
    return "-".join("-".join(fold(key.removeprefix("vn-").removeprefix("fr-")).split()) for key in ordered)


def get_sentence(article, extraction):
    text = dict(article.passages())[extraction.paragraph]
    return next(text[start:end].strip() for start, end in bounds(text) if start <= extraction.start < end)


def write_draft(article, findings, key, facts):
    """The text of the file. It is no account yet: texts and sentences are missing, and reading it says so."""
    published = article.published or ""
    values = {
        "key": key,
        "publisher": article.publisher,
        "published": published,
        "language": article.language if article.language in LANGUAGE_CODES else "",
        "original_title": article.title,
        "author": article.author,
        "conference": get_main_conference(findings),
    }
    left_out = {"agency", "original_language", *(["conference"] if not values["conference"] else [])}
    head = [f"{name}: {values.get(name) or ''}".rstrip() for name in HEAD_NAMES if name not in left_out]
    texts = [["", f"# {code}", "title:", "summary:"] for code in LANGUAGE_CODES]
    lines = [RULE, *head, RULE, HEADING, *(fact.line for fact in facts), *(line for text in texts for line in text)]
    return "\n".join(lines) + "\n"


def build_key(article):
    """The beginning of the title and the date: `da-nang-va-le-havre-2025-10-07`."""
    words = fold(article.title or "article").split()[:5]
    return "-".join(filter(None, [*words, (article.published or "")[:10]]))
