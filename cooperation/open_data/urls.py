"""Two lists: what speaks the reader's language, and what speaks all three at once."""

from django.urls import path, register_converter

from . import views
from .files import FORMS
from .tables import TABLES


class Known:
    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class TableName(Known):
    regex = "|".join(TABLES)


class FormName(Known):
    regex = "|".join(FORMS)


register_converter(TableName, "table")
register_converter(FormName, "form")

urlpatterns = [
    path("data/", views.open_data, name="open-data"),
    path("<table:name>.<form:form>", views.table_file, name="open-data-table"),
]
in_all_languages = [
    path("catalogue.jsonld", views.catalogue_file, name="open-data-catalogue"),
    path("register.zip", views.dump_file, name="open-data-dump"),
]
