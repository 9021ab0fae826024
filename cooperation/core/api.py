"""What all of the API shares: read-only, public records, all languages at once."""

from django.core.exceptions import BadRequest
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.views import exception_handler

from .dates import DATE_PARAMETER, page_date
from .languages import LANGUAGE_CODES
from .localized_text import translations
from .version_cache import VersionedCache

TRANSLATED_TEXT_SCHEMA = {
    "type": "object",
    "properties": {code: {"type": "string"} for code in LANGUAGE_CODES},
    "required": LANGUAGE_CODES,
    "description": "The text in each language; empty where there is none.",
}
TRANSLATED_URL_SCHEMA = {
    "type": "object",
    "properties": {code: {"type": "string", "format": "uri"} for code in LANGUAGE_CODES},
    "required": LANGUAGE_CODES,
}


class Pagination(PageNumberPagination):
    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100


class StrictFilterBackend(DjangoFilterBackend):
    """The filters of the pages; a value that they do not know is refused with the reason."""

    raise_exception = True


@extend_schema_field(TRANSLATED_TEXT_SCHEMA)
class TranslatedField(serializers.Field):
    """A translated field in all its languages: {"vi": …, "fr": …, "en": …}."""

    def __init__(self, **options):
        super().__init__(source="*", read_only=True, **options)

    def to_representation(self, record):
        return translations(record, self.field_name)


@extend_schema_field(TRANSLATED_URL_SCHEMA)
class PagesField(serializers.Field):
    """The addresses of a record's pages."""

    def __init__(self, **options):
        super().__init__(source="*", read_only=True, **options)

    def to_representation(self, record):
        urls = {}
        for code in LANGUAGE_CODES:
            with translation.override(code):
                urls[code] = self.context["request"].build_absolute_uri(record.get_absolute_url())
        return urls


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class PublicKeys(serializers.Field):
    """The keys of related records that are public."""

    def __init__(self, **options):
        super().__init__(read_only=True, **options)

    def to_representation(self, related):
        return [record.key for record in related.all() if record.is_public]


@extend_schema_field({"type": ["string", "null"]})
class PublicKey(serializers.Field):
    """The key of a related record, null where there is none or it is not public."""

    def __init__(self, **options):
        super().__init__(read_only=True, **options)

    def to_representation(self, record):
        return record.key if record.is_public else None


#: What records say, as they say it at one site, in one language, on one day.
REPRESENTATIONS = VersionedCache(max_size=3000)


class RecordSerializer(serializers.ModelSerializer):
    """What every record says of itself; told once while the content stays the same."""

    url = serializers.SerializerMethodField(help_text="This record in the API.")
    pages = PagesField(help_text="This record's pages for readers.")

    def to_representation(self, record):
        told, place = REPRESENTATIONS.current(), self.context["view"].place(record)
        if place not in told:
            told[place] = super().to_representation(record)
        return told[place]

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_url(self, record):
        url = reverse(f"api-{record.record_kind()}-detail", args=[record.key])
        return self.context["request"].build_absolute_uri(url)


COMMON_FIELDS = ["key", "url", "pages", "updated_at"]


class RecordViewSet(viewsets.ReadOnlyModelViewSet):
    """Public records of one model; subclasses name `model` and what to fetch with it."""

    model = None
    pagination_class = Pagination
    filter_backends = [StrictFilterBackend]
    lookup_field = "key"
    lookup_value_regex = "[-a-zA-Z0-9_]+"
    #: Lookups of what the serializer tells beside the record itself.
    parts = []

    @cached_property
    def day(self):
        """Today, or the day of `?on=2025-06-30`."""
        try:
            return page_date(self.request)
        except BadRequest as error:
            raise ValidationError({DATE_PARAMETER: [str(error)]}) from error

    def get_queryset(self):
        return self.model.objects.public_as_of(self.day if DATE_PARAMETER in self.request.query_params else None)

    def paginate_queryset(self, queryset):
        page = super().paginate_queryset(queryset)
        self.fetch(page)
        return page

    def get_object(self):
        record = super().get_object()
        self.fetch([record])
        return record

    def fetch(self, records):
        """Fetch what the serializer needs of those among `records` that have not been told yet, and return these."""
        told = REPRESENTATIONS.current()
        new = [record for record in records if self.place(record) not in told]
        prefetch_related_objects(new, *self.parts)
        return new

    def place(self, record):
        return type(self), record.pk, self.day, translation.get_language(), self.request.build_absolute_uri("/")


def explain(exception, context):
    """Errors as JSON, in the language that the client asks for."""
    response = exception_handler(exception, context)
    if response is not None:
        response["Content-Language"] = translation.get_language()
    return response
