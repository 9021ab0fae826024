"""The form of a fixture row: no primary keys, references by key, only the columns of the three languages."""

from .typography import typeset

LANGUAGES = ["vi", "fr", "en"]


def row(model, **fields):
    """Empty values are left out: the models know their own defaults. Our own texts are typeset."""
    told = {name: ours(name, value) for name, value in fields.items() if value not in (None, "", [])}
    return {"model": model, "fields": told}


def ours(name, value):
    language = name.rpartition("_")[2]
    return typeset(value, language) if language in LANGUAGES and isinstance(value, str) else value


def record(model, edition, **fields):
    """A row of a record, published with the edition."""
    moments = dict.fromkeys(["created_at", "updated_at", "published_at"], edition["compiled"])
    return row(model, **{"key": fields.pop("key"), "publication_state": "published"} | moments | fields)


def in_three(field, texts):
    """{"title_vi": …, "title_fr": …, "title_en": …} of a dict by language."""
    return {f"{field}_{language}": texts.get(language, "") for language in LANGUAGES}


def from_columns(field, table_row):
    """The same of a table's row, which has such columns already."""
    return {f"{field}_{language}": table_row[f"{field}_{language}"] for language in LANGUAGES}
