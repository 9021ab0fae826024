"""The list of kinds is complete, and each field of a kind is on every surface where it belongs."""

import datetime as dt

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models.signals import class_prepared
from django.test.utils import isolate_apps

from cooperation.core.api import ArchiveSerializer, RecordViewSet
from cooperation.core.dates import AsOf
from cooperation.core.localized_text import columns, translated_fields
from cooperation.core.records import Record
from cooperation.core.tables import RecordTable, Site
from cooperation.desk.article_import.drafts import DRAFTS
from cooperation.kinds import (
    API,
    ARCHIVE,
    CLAIMS,
    FEED,
    IMPORT,
    KINDS,
    KNOWN_FACTS,
    TABLE,
    Kind,
    kinds_with,
    missing_kinds,
)
from cooperation.library.feeds import KindFeed
from cooperation.news.facts import FACTS

RECORD_MODELS = [model for model in apps.get_models() if issubclass(model, Record)]
RECORD_FIELDS = {field.name for field in Record._meta.get_fields()} | {"id"}

#: Where each surface lists the fields of a kind.
PLACES = {
    API: "api.py, the fields of its serializer",
    ARCHIVE: "api.py, the fields of its archive serializer",
    TABLE: "tables.py, the columns of its table",
    KNOWN_FACTS: "known_facts.py, the fields of its facts",
    CLAIMS: "claim_facts.py, which the article import reads",
}
#: Fields that do not belong on a surface. Photos and documents are published with their own records.
LEFT_OUT = {
    API: {
        "agreements.Agreement": {"photos"},
        "agreements.Partnership": {"photos"},
        "localities.Locality": {"photos"},
        "events.Conference": {"photos", "documents"},
        "news.NewsItem": {"photos", "unrecorded_signings"},
    },
    ARCHIVE: {"library.Photo": {"focus_x", "focus_y", "renditions"}},
    TABLE: {
        "agreements.Agreement": {"photos"},
        "agreements.Partnership": {"photos"},
        "localities.Locality": {"photos", "description", "epci_kind"},
        "events.Conference": {"photos", "documents", "description", "declaration"},
        "news.NewsItem": {"photos", "body", "appeared_at", "unrecorded_signings"},
    },
    # What a record cannot be without, and what is no gap if it is empty.
    KNOWN_FACTS: {
        "agreements.Agreement": {"title", "kind", "partnership", "earlier_agreement", "relation_type", "photos"},
        "agreements.Partnership": {"kind", "parties", "photos"},
        "localities.Locality": {
            "name",
            "country",
            "administrative_level",
            "epci_kind",
            "parent",
            "since",
            "until",
            "photos",
        },
        "events.Conference": {"number", "title", "status", "venue", "description", "themes", "photos", "documents"},
        "news.NewsItem": {
            "title",
            "summary",
            "body",
            "appeared_at",
            "original_language",
            "original_title",
            "unrecorded_signings",
            "agency",
            "photos",
        },
    },
    # What the secretariat writes or classifies itself, and what official tables say.
    CLAIMS: {
        "agreements.Agreement": {
            "title",
            "partnership",
            "summary",
            "term_rule",
            "term_years",
            "notice_months",
            "earlier_agreement",
            "relation_type",
            "is_signed_undated",  # the claim is `is_signed`
            "photos",
        },
        "agreements.Partnership": {"description", "photos"},
        "localities.Locality": {
            "country",
            "administrative_level",
            "epci_kind",
            "parent",
            "description",
            "website",
            "latitude",
            "longitude",
            "population_year",
            "photos",
        },
        "events.Conference": {
            "number",
            "title",
            "status",
            "venue",
            "description",
            "declaration",
            "themes",
            "photos",
            "documents",
        },
    },
}
SURFACES_OF_FIELDS = [(kind, surface) for surface in PLACES for kind in kinds_with(surface)]


def get_fields(model):
    """The names of the model's own fields, a translated one once."""
    translated = {name for field in translated_fields(model) for name in columns(field)}
    fields = [*model._meta.fields, *model._meta.many_to_many]
    return {field.name for field in fields} - translated - RECORD_FIELDS


def get_names_on(kind, surface):
    """The names under which the surface has fields of the kind."""
    if surface == API:
        return set(kind.find_class(API, RecordViewSet).serializer_class.Meta.fields)
    if surface == ARCHIVE:
        return set(kind.find_class(API, ArchiveSerializer).Meta.fields)
    if surface == TABLE:
        table = kind.find_class(TABLE, RecordTable)(Site("https://example.org"), AsOf(dt.date(2026, 1, 1)))
        names = {column.name for column in table.columns()}
        return names | {field for field in translated_fields(kind.model) if names >= set(columns(field))}
    if surface == KNOWN_FACTS:
        return {field for fact in kind.module(KNOWN_FACTS).KNOWN_FACTS[kind.name]() for field in fact.fields}
    return set(FACTS[kind.name])


def missing_fields(kind, surface, fields=None):
    """Fields that are not on the surface and not left out on purpose, with the place where they belong."""
    missing = (fields or get_fields(kind.model)) - get_names_on(kind, surface) - get_left_out(kind, surface)
    folder = kind.model._meta.app_config.name.replace(".", "/")
    return [f"{kind.model_label}.{name}: {folder}/{PLACES[surface]}, or LEFT_OUT here" for name in sorted(missing)]


def get_left_out(kind, surface):
    return LEFT_OUT[surface].get(kind.model_label, set())


def test_every_record_model_is_a_kind_and_every_kind_a_record_model():
    assert missing_kinds(RECORD_MODELS) == []
    assert {kind.model for kind in KINDS} == set(RECORD_MODELS)


def test_a_record_model_without_a_row_is_noticed():
    # Neither the change tracking nor the translation may keep a model of a test.
    receivers, class_prepared.receivers = class_prepared.receivers, []
    try:
        with isolate_apps("cooperation.library"):

            class Poster(Record):
                title = models.CharField(max_length=100)

                class Meta:
                    app_label = "library"
    finally:
        class_prepared.receivers = receivers

    assert missing_kinds([*RECORD_MODELS, Poster]) == ["library.Poster"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.section)
def test_the_app_of_a_kind_has_what_its_surfaces_need(kind):
    needed = {API: (API, RecordViewSet), ARCHIVE: (API, ArchiveSerializer), TABLE: (TABLE, RecordTable)}
    needed |= {FEED: (FEED, KindFeed)}
    for surface, (module, base) in needed.items():
        if surface in kind.surfaces:
            assert kind.find_class(module, base)
    if TABLE in kind.surfaces:
        assert (kind.find_class(TABLE, RecordTable).name, bool(kind.find_class(TABLE, RecordTable).dataset)) == (
            kind.section,
            True,
        )


def test_a_surface_without_its_module_names_the_module():
    with pytest.raises(ImproperlyConfigured, match=r"library\.Page needs cooperation\.library\.tables"):
        Kind("library.Page", "pages").find_class(TABLE, RecordTable)
    with pytest.raises(ImproperlyConfigured, match=r"library\.Page needs a RecordViewSet in its app's api"):
        Kind("library.Page", "pages").find_class(API, RecordViewSet)


def test_the_article_import_drafts_the_kinds_that_say_so():
    assert {kind.name for kind in kinds_with(IMPORT)} == set(DRAFTS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "surface"), SURFACES_OF_FIELDS, ids=[f"{kind.section}-{name}" for kind, name in SURFACES_OF_FIELDS]
)
def test_every_field_of_a_kind_is_on_the_surface(kind, surface):
    assert missing_fields(kind, surface) == []
    assert get_left_out(kind, surface) <= get_fields(kind.model) - get_names_on(kind, surface)


@pytest.mark.django_db
@pytest.mark.parametrize("surface", [API, TABLE, KNOWN_FACTS, CLAIMS])
def test_a_forgotten_field_is_named_with_its_place(surface):
    agreement = KINDS[0]

    assert missing_fields(agreement, surface, {"budget"}) == [
        f"agreements.Agreement.budget: cooperation/agreements/{PLACES[surface]}, or LEFT_OUT here"
    ]
