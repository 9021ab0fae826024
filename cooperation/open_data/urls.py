"""`urlpatterns` are below a language prefix, `in_all_languages` are not."""

from django.urls import path, register_converter

from . import views
from .files import FORMATS
from .tables import TABLES


class ChoiceConverter:
    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class TableNameConverter(ChoiceConverter):
    regex = "|".join(TABLES)


class FileFormatConverter(ChoiceConverter):
    regex = "|".join(FORMATS)


register_converter(TableNameConverter, "table")
register_converter(FileFormatConverter, "file_format")

urlpatterns = [
    path("data/", views.open_data, name="open-data"),
    path("<table:name>.<file_format:file_format>", views.table_file, name="open-data-table"),
]
in_all_languages = [
    path("catalogue.jsonld", views.catalogue_file, name="open-data-catalogue"),
    path("register.zip", views.dump_file, name="open-data-dump"),
]
