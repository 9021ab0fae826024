"""Only `core/languages.py` lists the languages: no other module repeats their codes, names, locales or columns."""

import ast
import re

from cooperation.core.languages import LANGUAGE_CODES, LANGUAGES
from tests.house.sources import APPS, ROOT, find_faults, find_python, find_templates

TABLE = ROOT / "cooperation/core/languages.py"
#: Django finds a model's columns by their names: the sort keys of the search index are declared one by one.
EXCEPTIONS = {("cooperation/core/search.py", f"sort_{code}") for code in LANGUAGE_CODES} | {
    # Codes of countries.
    ("cooperation/open_data/vocabulary.py", "FRA"),
    ("cooperation/article_reader/recognise/figures.py", "fr"),
    ("benchmarks/scoring.py", "fr"),
    ("templates/components/mark.html", '"fr"'),
    # The page of a library, in English alone.
    ("templates/drf_spectacular/swagger_ui.html", '"en"'),
}
#: Values that only the table contains. `babel_name` is left out: “french” and “vietnamese” are ordinary words.
FACTS = {value for language in LANGUAGES for value in [language.own_name, language.locale, language.eu_code]}
SUFFIXED = re.compile(rf"\w+_({'|'.join(LANGUAGE_CODES)})")


def find_repetitions(source):
    """Codes and facts of languages as string constants, and identifiers with a language suffix."""
    for node in ast.walk(ast.parse(source)):
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if text in LANGUAGE_CODES or text in FACTS or SUFFIXED.fullmatch(text):
            yield text
        for attribute in ["id", "attr", "arg"]:
            name = getattr(node, attribute, None)
            if isinstance(name, str) and SUFFIXED.fullmatch(name):
                yield name


def test_no_module_repeats_the_table():
    paths = [path for path in find_python(*APPS, "seeds", "benchmarks") if path != TABLE]

    assert find_faults(paths, lambda text, name: without_exceptions(find_repetitions(text), name)) == {}


def test_no_template_repeats_the_table():
    codes = "|".join(LANGUAGE_CODES)
    pattern = rf'"(?:{codes})"|\b\w+_(?:{codes})\b|--locale'

    paths = [*find_templates(), ROOT / "Makefile"]
    assert find_faults(paths, lambda text, name: without_exceptions(re.findall(pattern, text), name)) == {}


def without_exceptions(repetitions, name):
    return sorted({text for text in repetitions if (name, text) not in EXCEPTIONS})


def test_repetitions_are_found():
    source = 'title = record.title_vi or "fr"\nf(name_en=1)\nlocale = "vi_VN"\nother = "envoi"'

    assert sorted(find_repetitions(source)) == ["fr", "name_en", "title_vi", "vi_VN"]
