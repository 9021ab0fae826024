"""The message catalogues contain every text of the interface, are fully translated, and are compiled."""

import ast
import io
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation import trim_whitespace

ROOT = Path(__file__).resolve().parents[2]
GETTEXT = {"_": 0, "gettext": 0, "gettext_lazy": 0, "gettext_noop": 0, "pgettext": 1, "pgettext_lazy": 1, "ngettext": 0}
PLACEHOLDER = re.compile(r"%\([a-z_]+\)s|%[ds]|\{[a-z_]*\}")


def read_catalogue(language):
    path = ROOT / f"cooperation/locale/{language}/LC_MESSAGES/django.po"
    with path.open("rb") as file:
        return read_po(file)


def find_texts_in_code():
    for folder in ["cooperation", "localities", "events"]:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT:
                    argument = node.args[GETTEXT[node.func.id]]
                    if isinstance(argument, ast.Constant):
                        yield argument.value


def find_texts_in_templates():
    for path in sorted((ROOT / "templates").rglob("*.html")):
        text = path.read_text("utf-8")
        yield from re.findall(r'\{% translate "([^"]+)"', text)
        yield from re.findall(r'_\("([^"]+)"\)', text)
        for options, block in re.findall(
            r"\{% blocktranslate([^%]*)%\}(.*?)\{% endblocktranslate %\}", text, re.DOTALL
        ):
            singular = re.split(r"\{% plural %\}", block)[0]
            singular = trim_whitespace(singular) if "trimmed" in options.split() else singular
            yield re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", singular)


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_every_text_is_in_the_catalogue_and_translated(language):
    messages = {
        (message.id if isinstance(message.id, str) else message.id[0]): message
        for message in read_catalogue(language)
        if message.id
    }

    texts = {*find_texts_in_code(), *find_texts_in_templates()}
    unknown = sorted(texts - set(messages))
    unfinished = [message.id for message in messages.values() if message.fuzzy or not all(as_list(message.string))]

    assert (unknown, unfinished) == ([], [])


def as_list(texts):
    return [texts] if isinstance(texts, str) else list(texts)


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_translations_keep_the_placeholders(language):
    for message in read_catalogue(language):
        if message.id:
            ids = as_list(message.id)
            expected = {*PLACEHOLDER.findall(ids[0]), *PLACEHOLDER.findall(ids[-1])}
            for text in as_list(message.string):
                assert set(PLACEHOLDER.findall(text)) <= expected, message.id


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_the_compiled_catalogue_is_fresh(language):
    buffer = io.BytesIO()
    write_mo(buffer, read_catalogue(language))
    buffer.seek(0)
    with (ROOT / f"cooperation/locale/{language}/LC_MESSAGES/django.mo").open("rb") as file:
        stored, fresh = (GNUTranslations(source)._catalog for source in [file, buffer])

    assert {key: text for key, text in stored.items() if key} == {key: text for key, text in fresh.items() if key}


def test_french_typography_is_kept():
    for message in read_catalogue("fr"):
        for text in as_list(message.string) if message.id else []:
            assert not re.search(r"(?<![\u202f\u00a0\d&%a-z/])[;!?]", text), text
            assert not re.search(r"(?<=\w) :|'", text), text
