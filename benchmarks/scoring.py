"""How findings are compared with the facts that an article is known to tell; the rules of articles/SCORING.md."""

import re
from dataclasses import dataclass, field

from seeds.reading.folding import fold

DAY = re.compile(r"(?:\d{4}-)?\d\d-\d\d")
BRACKETS = re.compile(r"\(.*?\)")
NOT_PAIRS = ("three parties", "SIAAP")  # facts that are kept for reading and are not scored
FIGURES = ["participants.vn", "participants.fr", "mechanism.vn", "mechanism.fr", "mechanism.projects"]
KIND_WORDS, LANGUAGE_CODES = ("ville", "city", "region"), ("vn", "fr")
PEOPLE = ["person", "signed_by.vn", "signed_by.fr"]


@dataclass
class Score:
    """Each is a list of (language, kind, file, what)."""

    right: list = field(default_factory=list)
    missed: list = field(default_factory=list)
    false: list = field(default_factory=list)


def score(reports, articles):
    """`reports` by file name, as `seeds.report.report` makes them; `articles` as a facts file lists them."""
    kept = Score()
    for article in articles:
        found = reports.get(article["file"], {})
        for kind, what, told in judged(found, article["facts"]):
            (kept.right if told else kept.missed).append((article["language"], kind, article["file"], what))
        for kind, what in false_finds(found, article["facts"]):
            kept.false.append((article["language"], kind, article["file"], what))
    return kept


def judged(found, facts):
    """Kind, words, and whether it was found, of each fact that is scored."""
    conferences, agreements = found.get("conferences", []), found.get("agreements", [])
    for fact in facts:
        kind, value = fact["property"], str(fact["value"])
        if kind == "conference.ordinal":
            yield kind, value, any(str(each["ordinal"]) == value for each in conferences)
        elif kind in ("conference.start", "conference.end"):
            side = "starts_on" if kind.endswith("start") else "ends_on"
            yield kind, value, any(is_same_day(value, each[side]) for each in conferences)
        elif kind == "conference.place":
            yield kind, value, any(is_same_place(value, each["place"] or "") for each in conferences)
        elif kind == "agreement.parties" and not any(word in value for word in NOT_PAIRS):
            yield kind, value, any(are_same_parties(parties_of(value), each["parties"]) for each in agreements)
        elif kind == "agreement.date" and DAY.fullmatch(value):
            yield kind, value, any(is_same_day(value, each["signed_on"]) for each in agreements)
        elif kind in FIGURES:
            count = re.search(r"\d+", value).group()
            yield "figures", f"{kind} {count}", any(str(each["value"]) == count for each in found.get("figures", []))
        elif kind in PEOPLE:
            name = value.partition(" — ")[0]
            yield "person", name, any(joined(name) in joined(each["name"]) for each in found.get("people", []))


def false_finds(found, facts):
    """Agreements of parties that no fact names, and numbers of conferences that stand in no fact."""
    pairs = [parties_of(str(fact["value"])) for fact in facts if fact["property"] == "agreement.parties"]
    pairs += [tied(str(fact["value"])) for fact in facts if fact["property"] == "relation"]
    for agreement in found.get("agreements", []):
        if not any(are_same_parties(pair, agreement["parties"]) for pair in pairs):
            yield "agreement.parties", " – ".join(agreement["parties"])
    told = " ".join(f"{fact['value']} {fact['property']}" for fact in facts)
    numbered = any(fact["property"] == "conference.ordinal" for fact in facts)
    for conference in found.get("conferences", []):
        ordinal = conference["ordinal"]
        if numbered and ordinal and not re.search(rf"\b{ordinal}\b", told):
            yield "conference.ordinal", str(ordinal)


def parties_of(value):
    return [party.strip() for party in value.split(" – ")]


def tied(value):
    """`1989 Hà Nội – Ile-de-France (region)`: the parties of a tie without an act."""
    return [re.sub(r"^\d{4} ", "", party) for party in parties_of(BRACKETS.sub("", value))]


def are_same_parties(wanted, found):
    left = list(found)
    for party in wanted:
        same = next((each for each in left if is_same_place(party, each)), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def is_same_day(wanted, found):
    """A day without a year is right where the found one ends so."""
    return bool(found) and (found == wanted or (re.fullmatch(r"\d\d-\d\d", wanted) and found.endswith(wanted)))


def is_same_place(one, other):
    """By name or by key, and one may be longer: `Huế` and `vn-hue-city`."""
    one, other = (place(BRACKETS.sub("", each)) for each in (one, other))
    return bool(one and other) and (one in other or other in one)


def place(name):
    """A key or a name without the words that tell what kind of place it is."""
    words = fold(name).split()
    return "".join(
        word for n, word in enumerate(words) if word not in KIND_WORDS and not (n == 0 and word in LANGUAGE_CODES)
    )


def joined(name):
    return fold(name).replace(" ", "")
