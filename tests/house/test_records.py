"""Every record is translated, searchable and in the admin; no query uses the base column of a translated field."""

import re
from io import StringIO

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.management import call_command
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from modeltranslation.translator import translator

from cooperation.core.changes import record_models, tracked_models
from cooperation.core.localized_text import columns, translated_fields
from cooperation.core.partial_dates import PartialDateField
from cooperation.core.search import SearchEntry
from cooperation.desk.fixtures import fixture_names

RECORDS = record_models()
TRANSLATED = [model for model in translator.get_registered_models() if not model._meta.abstract]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.record_kind())
def test_a_record_is_in_the_admin_and_found_there_in_all_languages(model):
    fields = translated_fields(model)
    search_fields = set(admin.site._registry[model].search_fields)

    if model.title_field in fields:
        assert set(columns(model.title_field)) <= search_fields
    assert "key" in search_fields


#: Texts that are the same in all languages, by model: names of people and bodies, codes, quotations of the original.
SAME_IN_ALL_LANGUAGES = {
    "agreements.AgreementParty": {"name_as_signed", "signed_by"},
    "events.Conference": {"country"},
    "events.Speaker": {"name"},
    "library.Document": {"file", "sha256"},
    "library.Organisation": {"website"},
    "library.Photo": {"credit", "image"},
    "library.Secretariat": {"data_licence", "email", "telephone"},
    "localities.Locality": {"country", "website"},
    "localities.LocalityCode": {"value"},
    "localities.LocalityName": {"text"},
    "news.Claim": {"fact", "subject_key", "subject_kind", "value"},
    "news.NewsItem": {"author", "original_title", "original_url", "unrecorded_signings"},
}


def get_untranslated_fields(model):
    """The names of the text fields without a column for each language."""
    texts = {
        field.name
        for field in model._meta.fields
        if field.get_internal_type() in ("CharField", "TextField", "FileField", "SlugField")
        and not field.choices
        and not hasattr(field, "translated_field")
        and not isinstance(field, PartialDateField)
    }
    return texts - {"key"} - set(translated_fields(model))


@pytest.mark.parametrize("model", tracked_models(), ids=lambda model: model._meta.label)
def test_every_text_that_the_public_reads_is_translated_or_the_same_in_all_languages(model):
    assert get_untranslated_fields(model) == SAME_IN_ALL_LANGUAGES.get(model._meta.label, set())


def test_a_text_that_is_not_translated_is_found():
    class Poster(models.Model):
        body = models.TextField()

        class Meta:
            app_label = "library"
            managed = False

    apps.all_models["library"].pop("poster")

    assert get_untranslated_fields(Poster) == {"body"}


@pytest.mark.parametrize("model", TRANSLATED, ids=lambda model: model._meta.label)
def test_no_index_or_constraint_stands_on_a_column_without_its_language(model):
    bare = set(translated_fields(model))

    for index in model._meta.indexes:
        assert not bare & {name.lstrip("-") for name in index.fields}
    for constraint in model._meta.constraints:
        assert not bare & set(re.findall(r"[a-z_]+", str(constraint.deconstruct()[2]).replace("name=", ""))) - {
            "name",
            "value",
            "text",
        }
    assert not [field.name for field in model._meta.fields if field.name in bare and (field.db_index or field.unique)]


def get_base_columns():
    return {f'"{model._meta.db_table}"."{field}"' for model in TRANSLATED for field in translated_fields(model)}


def find_clauses(sql):
    """The clauses after the columns of each SELECT, also of subqueries: joins, conditions, groups, order."""
    clauses, levels = [], [""]
    for character in f"({sql})":
        if character == "(":
            levels.append("")
        elif character == ")":
            inner = levels.pop()
            if inner.startswith("SELECT"):
                clauses += re.split(r"\b(?:WHERE|ORDER BY|GROUP BY|ON)\b", inner, maxsplit=1)[1:]
                inner = ""
            levels[-1] += f"({inner})"
        else:
            levels[-1] += character
    return clauses


def test_clauses_are_what_stands_behind_the_columns():
    sql = "SELECT a, (SELECT b FROM t WHERE lower(c) = 1) FROM u WHERE d IN (SELECT e FROM v ORDER BY f) GROUP BY g"

    assert find_clauses(sql) == [" lower(c) = 1", " f", " d IN () GROUP BY g"]


@pytest.mark.slow
@pytest.mark.django_db
def test_no_query_filters_sorts_groups_or_joins_by_a_column_without_its_language(archive, client, admin_client):
    paths = [
        "/fr/",
        "/fr/agreements/?q=hue&locality=vn-lao-cai&year=2023&kind=cooperation_agreement&status=end_not_known",
        "/fr/localities/?q=hue&country=VN&level=vn_city",
        "/fr/conferences/?place=vn-ha-noi",
        "/fr/news/?publisher=vgp",
        "/fr/partnerships/?locality=vn-ha-noi",
        "/fr/search/?q=hue",
        "/api/agreements/?theme=economy",
        "/api/localities/",
        "/fr/conferences/12/",
        "/fr/localities/vn-lao-cai/",
        "/fr/agreements/yen-bai-val-de-marne-2023-04/",
    ]
    admin_paths = [f"/fr/admin/{model._meta.app_label}/{model._meta.model_name}/?q=hue" for model in RECORDS]
    with CaptureQueriesContext(connection) as captured:
        status_codes = {path: client.get(path).status_code for path in paths}
        status_codes |= {path: admin_client.get(path).status_code for path in admin_paths}

    clauses = [clause for query in captured for clause in find_clauses(query["sql"])]
    used = {name for clause in clauses for name in get_base_columns() if name in clause}
    assert status_codes == dict.fromkeys([*paths, *admin_paths], 200)
    assert len(captured) > 100
    assert used == set()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


@pytest.mark.slow
def test_the_fixtures_are_fresh():
    call_command("build_fixtures", "--check")


def get_all_rows():
    """{model label: rows} of all records and parts, without their primary keys."""
    rows_by_model = {}
    for model in tracked_models():
        rows = [{name: value for name, value in row.items() if name != "id"} for row in model._base_manager.values()]
        rows_by_model[model._meta.label] = sorted(rows, key=str)
    return rows_by_model


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.usefixtures("archive")
def test_the_fixtures_load_in_one_call_and_a_second_time_change_nothing():
    first = get_all_rows()
    entries = sorted(SearchEntry.objects.values_list("kind", "key", "names", "title", "compounds", "body", "date"))

    call_command("loaddata", *fixture_names(), verbosity=0)

    assert get_all_rows() == first
    assert (
        sorted(SearchEntry.objects.values_list("kind", "key", "names", "title", "compounds", "body", "date")) == entries
    )
    counts = {label: len(rows) for label, rows in first.items()}
    assert (counts["agreements.Agreement"], counts["news.NewsItem"], counts["events.Conference"]) == (18, 76, 9)
