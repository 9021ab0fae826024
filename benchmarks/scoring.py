"""Compare findings with the facts that an article is known to state; the rules are in articles/SCORING.md."""

import re
from dataclasses import dataclass, field

from cooperation.article_reader.facts import FIGURES
from cooperation.article_reader.reading.folding import fold

DATE = re.compile(r"(?:\d{4}-)?\d\d-\d\d")
BRACKETS = re.compile(r"\(.*?\)")
NOT_PAIRS = ("three parties", "SIAAP")  # facts with these words are not scored
KIND_WORDS, COUNTRY_CODES = ("ville", "city", "region"), ("vn", "fr")
PEOPLE = ["person", "signed_by.vn", "signed_by.fr"]


@dataclass
class Score:
    """Lists of outcomes (language, kind, file, text)."""

    right: list = field(default_factory=list)
    missed: list = field(default_factory=list)
    false: list = field(default_factory=list)


def score(reports, articles):
    """`reports` are {file name: a report (`article_reader.report`)}; `articles` are those of a facts file."""
    result = Score()
    for article in articles:
        report = reports.get(article["file"], {})
        for kind, text, is_right in judge_facts(report, article["facts"]):
            outcomes = result.right if is_right else result.missed
            outcomes.append((article["language"], kind, article["file"], text))
        for kind, text in find_false_findings(report, article["facts"]):
            result.false.append((article["language"], kind, article["file"], text))
    return result


def judge_facts(report, facts):
    """(kind, text, whether the report has it) of each fact that is scored."""
    conferences, agreements = report.get("conferences", []), report.get("agreements", [])
    figures, people = report.get("figures", []), report.get("people", [])
    for fact in facts:
        kind, value = fact["property"], str(fact["value"])
        if kind == "conference.ordinal":
            yield kind, value, any(str(conference["ordinal"]) == value for conference in conferences)
        elif kind in ("conference.start", "conference.end"):
            side = "starts_on" if kind.endswith("start") else "ends_on"
            yield kind, value, any(is_same_date(value, conference[side]) for conference in conferences)
        elif kind == "conference.place":
            yield kind, value, any(is_same_place(value, conference["place"] or "") for conference in conferences)
        elif kind == "agreement.parties" and not any(word in value for word in NOT_PAIRS):
            parties = split_parties(value)
            yield kind, value, any(are_same_parties(parties, agreement["parties"]) for agreement in agreements)
        elif kind == "agreement.date" and DATE.fullmatch(value):
            yield kind, value, any(is_same_date(value, agreement["signed_on"]) for agreement in agreements)
        elif kind in FIGURES:
            count = re.search(r"\d+", value).group()
            yield "figures", f"{kind} {count}", any(str(figure["value"]) == count for figure in figures)
        elif kind in PEOPLE:
            name = value.partition(" — ")[0]
            yield "person", name, any(fold_name(name) in fold_name(person["name"]) for person in people)


def find_false_findings(report, facts):
    """(kind, text) of agreements between parties that no fact names, and of conference numbers that no fact states."""
    pairs = [split_parties(str(fact["value"])) for fact in facts if fact["property"] == "agreement.parties"]
    pairs += [split_partnership(str(fact["value"])) for fact in facts if fact["property"] == "relation"]
    for agreement in report.get("agreements", []):
        if not any(are_same_parties(pair, agreement["parties"]) for pair in pairs):
            yield "agreement.parties", " – ".join(agreement["parties"])
    text = " ".join(f"{fact['value']} {fact['property']}" for fact in facts)
    has_ordinals = any(fact["property"] == "conference.ordinal" for fact in facts)
    for conference in report.get("conferences", []):
        ordinal = conference["ordinal"]
        if has_ordinals and ordinal and not re.search(rf"\b{ordinal}\b", text):
            yield "conference.ordinal", str(ordinal)


def split_parties(value):
    return [party.strip() for party in value.split(" – ")]


def split_partnership(value):
    """The parties of a partnership without an agreement, such as `1989 Hà Nội – Ile-de-France (region)`."""
    return [re.sub(r"^\d{4} ", "", party) for party in split_parties(BRACKETS.sub("", value))]


def are_same_parties(expected, parties):
    remaining = list(parties)
    for name in expected:
        match = next((party for party in remaining if is_same_place(name, party)), None)
        if match is None:
            return False
        remaining.remove(match)
    return not remaining


def is_same_date(expected, date):
    """An expected date without a year matches in any year."""
    return bool(date) and (date == expected or (re.fullmatch(r"\d\d-\d\d", expected) and date.endswith(expected)))


def is_same_place(one, other):
    """Compare names or keys; one may contain the other: `Huế` and `vn-hue-city`."""
    one, other = (fold_place(BRACKETS.sub("", name)) for name in (one, other))
    return bool(one and other) and (one in other or other in one)


def fold_place(name):
    """A name or key without its country code and without words for kinds of places."""
    words = fold(name).split()
    return "".join(
        word
        for index, word in enumerate(words)
        if word not in KIND_WORDS and not (index == 0 and word in COUNTRY_CODES)
    )


def fold_name(name):
    return fold(name).replace(" ", "")
