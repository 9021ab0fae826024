"""Countries: those that both foreign ministries deal with as states, under the names that the ministries use."""

from babel import Locale
from django.utils.translation import gettext_lazy as _

from cooperation.core.collation import sort_key
from cooperation.core.languages import ENGLISH, FRENCH, VIETNAMESE, current_language

VIET_NAM, FRANCE = "VN", "FR"

#: Members and observers of the United Nations (two-letter codes of ISO 3166-1). Viet Nam and France differ on which
#: other territories are states; this list takes no side, and leaves out the parts of a state that ISO gives a code.
STATE_CODES = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU
CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ
IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU
MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM
SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW
"""
STATES = frozenset(STATE_CODES.split())

#: {code: {language: name}} where the ministries' name differs from that of Unicode CLDR.
OFFICIAL_NAMES = {
    "AE": {VIETNAMESE: "Các Tiểu vương quốc Ả-rập Thống nhất"},
    "CD": {
        VIETNAMESE: "Cộng hòa Dân chủ Congo",
        FRENCH: "République démocratique du Congo",
        ENGLISH: "Democratic Republic of the Congo",
    },
    "CG": {VIETNAMESE: "Congo", FRENCH: "Congo", ENGLISH: "Congo"},
    "CI": {VIETNAMESE: "Bờ Biển Ngà"},
    "DO": {VIETNAMESE: "Cộng hòa Dominicana"},
    "KP": {
        VIETNAMESE: "Cộng hòa Dân chủ Nhân dân Triều Tiên",
        FRENCH: "République populaire démocratique de Corée",
        ENGLISH: "Democratic People’s Republic of Korea",
    },
    "KR": {VIETNAMESE: "Hàn Quốc", FRENCH: "République de Corée", ENGLISH: "Republic of Korea"},
    "LA": {ENGLISH: "Lao PDR"},
    "MM": {VIETNAMESE: "Myanmar", FRENCH: "Birmanie", ENGLISH: "Myanmar"},
    "PS": {VIETNAMESE: "Palestine", FRENCH: "Palestine", ENGLISH: "Palestine"},
    "SA": {VIETNAMESE: "Ả-rập Xê-út"},
    "VA": {VIETNAMESE: "Tòa thánh Vatican", FRENCH: "Saint-Siège", ENGLISH: "Holy See"},
}


#: (south, north, west, east) of the parts of a country, in degrees, with its islands and overseas territories.
EXTENTS = {
    VIET_NAM: [(6, 23.5, 102, 117.6)],
    FRANCE: [
        (41.2, 51.2, -5.3, 9.7),
        (14.3, 18.2, -63.2, -60.8),  # Antilles
        (2, 6, -54.7, -51.5),  # Guyane
        (-21.5, -20.8, 55.1, 55.9),  # La Réunion
        (-13.1, -12.6, 44.9, 45.4),  # Mayotte
        (46.7, 47.2, -56.5, -56.1),  # Saint-Pierre-et-Miquelon
        (-28, -7, -155, -134),  # Polynésie
        (-23, -19, 163, 169),  # Nouvelle-Calédonie
        (-14.5, -13, -178.3, -176),  # Wallis-et-Futuna
    ],
}


def is_within(code, latitude, longitude):
    """Whether a point can be in a country; True where its extent is not known.

    >>> is_within("VN", 21.03, 105.85), is_within("VN", 105.85, 21.03)
    (True, False)
    """
    boxes = EXTENTS.get(code, [(-90, 90, -180, 180)])
    return any(south <= latitude <= north and west <= longitude <= east for south, north, west, east in boxes)


def country_name(code):
    """The name in the reader's language; the code itself where nobody names it."""
    language = current_language()
    own = {VIET_NAM: _("Viet Nam"), FRANCE: _("France")}.get(code) or OFFICIAL_NAMES.get(code, {}).get(language)
    return str(own or Locale(language).territories.get(code, code))


def is_country(code):
    return code in STATES


def country_choices():
    """[(code, name)]: Viet Nam and France first, then all other countries by name."""
    by_name = sorted(STATES - {VIET_NAM, FRANCE}, key=lambda code: sort_key(country_name(code), current_language()))
    return [(code, country_name(code)) for code in [VIET_NAM, FRANCE, *by_name]]
