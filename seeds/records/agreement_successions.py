"""Who answers by law for what former localities had signed, from the tables of units."""

from cooperation.core.languages import ENGLISH, FRENCH, VIETNAMESE

from .rows import build_columns, build_row

#: Decree 177/2025: from this day provincial People's Committees answer for what district-level ones had signed.
EFFECTIVE_ON, LAST_DAY = "2025-07-01", "2025-06-30"
DISTRICT_LEVELS = [
    "vn_provincial_city",
    "vn_urban_district",
    "vn_rural_district",
    "vn_district_town",
    "vn_municipal_city",
]
LEGAL_ACT = {
    VIETNAMESE: "Điều 3 Nghị định số 177/2025/NĐ-CP",
    FRENCH: "article 3 du décret n° 177/2025/NĐ-CP",
    ENGLISH: "Article 3 of Decree No. 177/2025/NĐ-CP",
}
#: Units that ended before the decree, and why it is to be confirmed that it holds for them.
TO_BE_CONFIRMED = {
    "vn-hue-city": (
        "vn-hue",
        {
            VIETNAMESE: "Thành phố thuộc tỉnh đã giải thể sáu tháng trước khi nghị định có hiệu lực.",
            FRENCH: "La ville relevant de la province avait pris fin six mois avant l’entrée en vigueur du décret.",
            ENGLISH: "The provincial city had ended six months before the decree took effect.",
        },
    )
}


def find_agreement_successions(units):
    """[(predecessor, successor, {language: note})] among the units of the tables."""
    rows = [(key, successor, note) for key, (successor, note) in TO_BE_CONFIRMED.items()]
    for unit in units.values():
        parent = units.get(unit["parent"])
        is_district = unit["administrative_level"] in DISTRICT_LEVELS
        if is_district and unit["until"] == LAST_DAY and parent and not parent["until"]:
            rows.append((unit["key"], parent["key"], {}))
    return sorted(rows)


def build_agreement_succession_rows(keys, tables):
    """Successions to agreements between two of these units."""
    return [
        build_row(
            "localities.agreementsuccession",
            predecessor=[predecessor],
            successor=[successor],
            effective_on=EFFECTIVE_ON,
            **build_columns("legal_act", LEGAL_ACT),
            **({"is_confirmed": False} if note else {}),
            **build_columns("note", note),
        )
        for predecessor, successor, note in tables.agreement_successions
        if predecessor in keys and successor in keys
    ]
