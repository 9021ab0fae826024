"""Base classes of the API: read-only, public records only, all languages at once."""

from http import HTTPStatus

from django.core.exceptions import BadRequest
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response
from rest_framework.views import exception_handler

from .dates import DATE_PARAMETER, page_as_of
from .languages import LANGUAGE_CODES
from .localized_text import translations
from .unpublishing import Unpublished, unpublished_or_404
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
    """The filters of the list pages; unknown values are answered with 400 and the reason."""

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
    """The URLs of a record's page, by language."""

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


#: Cached representations of records, by the key that `RecordViewSet.cache_key` returns.
REPRESENTATIONS = VersionedCache(max_size=3000)


class RecordSerializer(serializers.ModelSerializer):
    """The fields of every record. Representations are cached until the content version changes."""

    url = serializers.SerializerMethodField(help_text="This record in the API.")
    pages = PagesField(help_text="This record's pages for readers.")

    def to_representation(self, record):
        cache, key = REPRESENTATIONS.current(), self.context["view"].cache_key(record)
        if key not in cache:
            cache[key] = super().to_representation(record)
        return cache[key]

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_url(self, record):
        url = reverse(f"api-{record.record_kind()}-detail", args=[record.key])
        return self.context["request"].build_absolute_uri(url)


COMMON_FIELDS = ["key", "url", "pages", "updated_at"]


class ArchiveSerializer(serializers.ModelSerializer):
    """A record as the archive contains it, for kinds without a view set; `prefetched` are the lookups it reads."""

    prefetched = []

    @classmethod
    def select(cls, records):
        """Those of the public records that belong into the archive."""
        return records


class RecordViewSet(viewsets.ReadOnlyModelViewSet):
    """Public records of one model; subclasses set `model` and the lookups to prefetch."""

    model = None
    pagination_class = Pagination
    filter_backends = [StrictFilterBackend]
    lookup_field = "key"
    lookup_value_regex = "[-a-zA-Z0-9_]+"
    #: Lookups of the related rows that the serializer reads, to prefetch.
    prefetch_lookups = []

    @cached_property
    def as_of(self):
        """The date of `?on=2025-06-30`, else today. Raises ValidationError for an invalid date."""
        try:
            return page_as_of(self.request)
        except BadRequest as error:
            raise ValidationError({DATE_PARAMETER: [str(error)]}) from error

    def get_prefetch_lookups(self):
        return self.prefetch_lookups

    def get_queryset(self):
        return self.model.objects.public_as_of(self.as_of.cutoff)

    def paginate_queryset(self, queryset):
        page = super().paginate_queryset(queryset)
        self.prefetch_related_rows(page)
        return page

    def get_object(self):
        try:
            record = super().get_object()
        except Http404 as error:
            raise unpublished_or_404(self.model.record_kind(), self.kwargs["key"]) from error
        self.prefetch_related_rows([record])
        return record

    def prefetch_related_rows(self, records):
        """Prefetch what the serializer needs for the `records` that are not cached, and return these."""
        cache = REPRESENTATIONS.current()
        uncached = [record for record in records if self.cache_key(record) not in cache]
        prefetch_related_objects(uncached, *self.get_prefetch_lookups())
        return uncached

    def cache_key(self, record):
        return type(self), record.pk, self.as_of, translation.get_language(), self.request.build_absolute_uri("/")


def handle_api_exception(exception, context):
    """Exception handler of the API: errors as JSON, in the language that the client requests."""
    response = exception_handler(exception, context)
    if isinstance(exception, Unpublished):
        unpublishing = exception.unpublishing
        answer = {"detail": unpublishing.get_reason_display(), "note": translations(unpublishing, "note")}
        response = Response(answer, status=HTTPStatus.GONE)
    if response is not None:
        response["Cache-Control"] = "no-cache"
        response["Content-Language"] = translation.get_language()
    return response
