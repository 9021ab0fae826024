"""Fixture rows: no primary keys, references by key, texts in columns by language."""

from cooperation.core.languages import LANGUAGE_CODES

from .typography import typeset


def build_row(model, **fields):
    """Leave out empty values, for which the models have defaults, and typeset our own texts."""
    values = {name: typeset_field(name, value) for name, value in fields.items() if value not in (None, "", [])}
    return {"model": model, "fields": values}


def typeset_field(name, value):
    language = name.rpartition("_")[2]
    return typeset(value, language) if language in LANGUAGE_CODES and isinstance(value, str) else value


def build_record(model, edition, **fields):
    """A row of a record that is published with the edition."""
    times = dict.fromkeys(["created_at", "updated_at", "published_at"], edition["compiled"])
    return build_row(model, **{"key": fields.pop("key"), "publication_state": "published"} | times | fields)


def build_columns(field, texts):
    """The columns of a field in each language, from {language: text}."""
    return {f"{field}_{code}": texts.get(code, "") for code in LANGUAGE_CODES}


def copy_columns(field, table_row):
    """The columns of a field in each language, from a row that has them."""
    return {f"{field}_{code}": table_row[f"{field}_{code}"] for code in LANGUAGE_CODES}
