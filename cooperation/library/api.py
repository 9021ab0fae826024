"""Serializers of library records for the archive; the API has no endpoints for them."""

from rest_framework import serializers

from cooperation.core.api import ArchiveSerializer, TranslatedField
from cooperation.core.uses import only_shown
from cooperation.library.models import Document, Organisation, Page, Photo, Theme


class OrganisationSerializer(serializers.ModelSerializer):
    """An organisation within the record that names it."""

    name = TranslatedField()

    class Meta:
        model = Organisation
        fields = ["key", "name", "kind", "website"]


class ThemeSerializer(ArchiveSerializer):
    name = TranslatedField()
    description = TranslatedField()
    goals = serializers.SlugRelatedField("goal", many=True, read_only=True)

    prefetched = ["goals"]

    class Meta:
        model = Theme
        fields = ["key", "updated_at", "name", "description", "goals"]


class FileSerializer(ArchiveSerializer):
    """A record with a file, which is public only while a public record shows it."""

    @classmethod
    def select(cls, records):
        return only_shown(records)


class PhotoSerializer(FileSerializer):
    alternative_text = TranslatedField()
    caption = TranslatedField()

    class Meta:
        model = Photo
        fields = ["key", "updated_at", "image", "width", "height", "alternative_text", "caption", "credit"]


class DocumentSerializer(FileSerializer):
    title = TranslatedField()

    class Meta:
        model = Document
        fields = ["key", "updated_at", "title", "file", "language", "size", "sha256"]


class PageSerializer(ArchiveSerializer):
    title = TranslatedField()
    body = TranslatedField()

    class Meta:
        model = Page
        fields = ["key", "updated_at", "title", "body"]
