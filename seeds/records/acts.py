"""The names of legal acts in each language, from the references in the tables of units."""

import re

from cooperation.core.languages import ENGLISH, FRENCH, VIETNAMESE

#: "202/2025/QH15": number, year and legislature of a resolution of Viet Nam's National Assembly or of its committee.
RESOLUTION = re.compile(r"\d+/(?:\d{4}/QH\d+|NQ-UBTVQH\d+)")
#: "2015-29 of 2015-01-16": number and date of a French law.
FRENCH_LAW = re.compile(r"(?P<number>\d{4}-\d+) of (?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
ENGLISH_MONTHS = "January February March April May June July August September October November December"


def name_act(reference):
    """{language: name} of an act; {} for an empty reference. Raises ValueError for a reference of any other form.

    >>> name_act("202/2025/QH15")
    {'vi': 'Nghị quyết số 202/2025/QH15', 'fr': 'résolution n° 202/2025/QH15', 'en': 'Resolution No. 202/2025/QH15'}
    >>> name_act("2015-29 of 2015-01-16")["fr"]
    'loi n° 2015-29 du 16\\xa0janvier\\xa02015'
    """
    if not reference:
        return {}
    if RESOLUTION.fullmatch(reference):
        return {
            VIETNAMESE: f"Nghị quyết số {reference}",
            FRENCH: f"résolution n° {reference}",
            ENGLISH: f"Resolution No. {reference}",
        }
    law = FRENCH_LAW.fullmatch(reference)
    if not law:
        raise ValueError(reference)
    number, year, month, day = law["number"], law["year"], int(law["month"]), int(law["day"])
    first = "1er" if day == 1 else day
    return {
        VIETNAMESE: f"Luật số {number} ngày {day} tháng {month} năm {year} (Pháp)",
        FRENCH: f"loi n° {number} du {first}\u00a0{FRENCH_MONTHS.split()[month - 1]}\u00a0{year}",
        ENGLISH: f"Law No. {number} of {day}\u00a0{ENGLISH_MONTHS.split()[month - 1]}\u00a0{year} (France)",
    }
