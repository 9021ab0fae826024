"""The languages of the register: the one place that knows their codes, names, locales and rules.

Pure Python: the settings, the seeds and every other module read the table from here. A language is added by a row, its
catalogue, and a migration that adds its columns.
"""

from dataclasses import dataclass

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

VIETNAMESE, FRENCH, ENGLISH = "vi", "fr", "en"


@dataclass(frozen=True)
class Language:
    """`name` is its name in the reader's language, `own_name` in itself.

    `locale` is the one of Open Graph, `eu_code` that of the EU's authority tables, `babel_name` that of BibTeX. The
    formats of dates know {year}, {month} (its number), {month_name} and {day}; that of days within one month knows
    {first} and {last} for {day}. `span_starts` and `span_ends` are the two halves of a span, each for a full date, a
    month and a year: French says "du 28 avril au 2 mai" and "de juin à août".
    """

    code: str
    name: str
    own_name: str
    locale: str
    eu_code: str
    babel_name: str
    year_format: str = "{year}"
    month_format: str = "{month_name} {year}"
    date_format: str = "{day}\u00a0{month_name}\u00a0{year}"
    month_without_year: str = "{month_name}"
    date_without_year: str = "{day}\u00a0{month_name}"
    days_of_month: str = "{first}–{last}\u00a0{month_name}\u00a0{year}"
    span_starts: tuple[str, str, str] = ("{date}", "{date}", "{date}")
    span_ends: tuple[str, str, str] = ("to {date}", "to {date}", "to {date}")
    first_of_month: str = "1"


#: In the order in which pages and files show them.
LANGUAGES = [
    Language(
        VIETNAMESE,
        _("Vietnamese"),
        "Tiếng Việt",
        "vi_VN",
        "VIE",
        "vietnamese",
        year_format="năm {year}",
        month_format="tháng {month} năm {year}",
        date_format="ngày {day} tháng {month} năm {year}",
        month_without_year="tháng {month}",
        date_without_year="ngày {day} tháng {month}",
        days_of_month="ngày {first}–{last} tháng {month} năm {year}",
        span_starts=("từ {date}", "từ {date}", "từ {date}"),
        span_ends=("đến {date}", "đến {date}", "đến {date}"),
    ),
    Language(
        FRENCH,
        _("French"),
        "Français",
        "fr_FR",
        "FRA",
        "french",
        days_of_month="du {first} au {last}\u00a0{month_name}\u00a0{year}",
        span_starts=("du {date}", "de {date}", "de {date}"),
        span_ends=("au {date}", "à {date}", "à {date}"),
        first_of_month="1er",
    ),
    Language(ENGLISH, _("English"), "English", "en_GB", "ENG", "english"),
]
DEFAULT_LANGUAGE = ENGLISH
BY_CODE = {language.code: language for language in LANGUAGES}
LANGUAGE_CODES = list(BY_CODE)
#: The French data portal takes the first text of several.
CATALOGUE_CODES = [FRENCH, VIETNAMESE, ENGLISH]


def current_language():
    """The code of the active language, or the default one: commands and errors run without any."""
    language = (get_language() or DEFAULT_LANGUAGE)[:2]
    return language if language in BY_CODE else DEFAULT_LANGUAGE


def ordinal(number, language):
    """The number of a conference as its title says it: before «Assises» in French, after «lần thứ» in Vietnamese.

    >>> [ordinal(1, code) for code in LANGUAGE_CODES], [ordinal(12, code) for code in LANGUAGE_CODES]
    (['nhất', '1res', '1st'], ['12', '12es', '12th'])
    """
    if language == VIETNAMESE:
        return "nhất" if number == 1 else str(number)
    if language == FRENCH:
        return f"{number}{'res' if number == 1 else 'es'}"
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 11 <= number % 100 <= 13 else endings.get(number % 10, 'th')}"


def fallback_order(language, original=""):
    """The order in which languages are tried: asked for, original, default, any.

    >>> fallback_order("fr", original="vi")
    ['fr', 'vi', 'en']
    """
    wanted = [language, original, DEFAULT_LANGUAGE, *LANGUAGE_CODES]
    return list(dict.fromkeys(code for code in wanted if code in BY_CODE))


def language_name(code):
    """The name of a language in the reader's language, as within a sentence; empty for an unknown code."""
    if code in BY_CODE:
        return str(BY_CODE[code].name)
    name = Locale(current_language()).languages.get(code, "")
    return name[:1].lower() + name[1:] if current_language() == VIETNAMESE else name


def labels_by_code(codes):
    """{code: name} of the known languages among these codes: ours first, in their order."""
    names = {code: language_name(code) for code in codes}
    ours = {code: names[code] for code in LANGUAGE_CODES if code in names}
    others = sorted((name, code) for code, name in names.items() if name and code not in ours)
    return ours | {code: name for name, code in others}


def all_languages():
    """[(code, name)] of every language with a two-letter code (ISO 639-1), ours first."""
    return list(labels_by_code(code for code in Locale(ENGLISH).languages if len(code) == 2).items())
