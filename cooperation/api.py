"""The read-only JSON API: the view sets of all kinds, the search, the schema, and a page to try it."""

from django.http import JsonResponse
from django.urls import include, path, re_path
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import GenericAPIView
from rest_framework.routers import DefaultRouter

from cooperation.core.api import PagesField, Pagination, RecordViewSet
from cooperation.core.filters import MAX_QUERY_LENGTH
from cooperation.kinds import API, SEARCH, kinds_with

from .search import Results

SEARCHED_KINDS = [kind.name for kind in kinds_with(SEARCH)]


class Router(DefaultRouter):
    include_format_suffixes = False


router = Router()
router.root_view_name = "api-root"
for kind in kinds_with(API):
    router.register(kind.section, kind.find_class(API, RecordViewSet), basename=f"api-{kind.name}")


class ResultSerializer(serializers.Serializer):
    """A record that the search found."""

    kind = serializers.ChoiceField(SEARCHED_KINDS, source="record_kind")
    key = serializers.CharField()
    title = serializers.CharField(source="__str__")
    pages = PagesField()


class SearchView(GenericAPIView):
    """Search all record types in all languages. Accents are ignored."""

    serializer_class = ResultSerializer
    pagination_class = Pagination

    @extend_schema(
        parameters=[
            OpenApiParameter("q", str, required=True, description="Search words. The last word can be partial."),
            OpenApiParameter("kind", str, enum=SEARCHED_KINDS),
        ],
        responses=ResultSerializer(many=True),
    )
    def get(self, request):
        query, kind = request.query_params.get("q", "").strip(), request.query_params.get("kind", "")
        if len(query) > MAX_QUERY_LENGTH:
            raise ValidationError({"q": [_("Your search is too long. Use fewer words.")]})
        results = Results(query, kind)
        if not results.kind_is_known:
            raise ValidationError({"kind": [_("This type of record does not exist.")]})
        page = self.paginate_queryset(results.entries())
        records = [result.record for result in results.records(page)]
        return self.get_paginated_response(self.get_serializer(records, many=True).data)


def unknown_path(request):
    return JsonResponse({"detail": _("API endpoint not found.")}, status=404)


urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="api-schema"), name="api-docs"),
    path("search/", SearchView.as_view(), name="api-search"),
    path("", include(router.urls)),
    re_path("", unknown_path),
]
