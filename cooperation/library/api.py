"""Records of the library for the archive; the API does not serve them one by one."""

from rest_framework import serializers

from cooperation.core.api import TranslatedField
from cooperation.library.models import Document, Page, Photo, Theme


class ThemeSerializer(serializers.ModelSerializer):
    name = TranslatedField()
    description = TranslatedField()
    goals = serializers.SlugRelatedField("goal", many=True, read_only=True)

    class Meta:
        model = Theme
        fields = ["key", "updated_at", "name", "description", "goals"]


class PhotoSerializer(serializers.ModelSerializer):
    alternative_text = TranslatedField()
    caption = TranslatedField()

    class Meta:
        model = Photo
        fields = ["key", "updated_at", "image", "width", "height", "alternative_text", "caption", "credit"]


class DocumentSerializer(serializers.ModelSerializer):
    title = TranslatedField()

    class Meta:
        model = Document
        fields = ["key", "updated_at", "title", "file", "language", "size", "sha256"]


class PageSerializer(serializers.ModelSerializer):
    title = TranslatedField()
    body = TranslatedField()

    class Meta:
        model = Page
        fields = ["key", "updated_at", "title", "body"]


LIBRARY = {
    "themes": ThemeSerializer,
    "photos": PhotoSerializer,
    "documents": DocumentSerializer,
    "pages": PageSerializer,
}


def library_records(name):
    model = LIBRARY[name].Meta.model
    found = model.objects.public().order_by("key")
    return found.prefetch_related("goals") if model is Theme else found
