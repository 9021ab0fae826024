"""Base views of the public pages: a list with filters, and a single record."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView, View

from cooperation.kinds import get_kind

from .dates import page_as_of, requested_date
from .unpublishing import unpublished_or_404
from .version_cache import VersionedCache

PAGE_SIZES = [settings.PAGE_SIZE, 50, 100]
RECORDS = VersionedCache(max_size=500)


class PublicRecordMixin(View):
    """Published records only, as of one date. The queryset is built per request, for the active language."""

    @cached_property
    def requested_date(self):
        return requested_date(self.request)

    @cached_property
    def as_of(self):
        """The date as of which names, parties and statuses are shown (`dates.AsOf`)."""
        return page_as_of(self.request)

    @property
    def day(self):
        return self.as_of.day

    @property
    def cutoff(self):
        return self.as_of.cutoff

    def get_queryset(self):
        return self.model.objects.public_as_of(self.cutoff)

    def get_context_data(self, **kwargs):
        kind = get_kind(self.model.record_kind())
        return super().get_context_data(kind=kind, day=self.day, requested_date=self.requested_date, **kwargs)


class RecordList(PublicRecordMixin, ListView):
    """A list with filters, an order and a page size in its query string.

    Unknown values in the query string are answered with 400 and the reason.
    """

    filterset_class = None
    template_name_suffix = "_list"

    def get(self, request, *args, **kwargs):
        self.order, self.size = self.filterset_class.get_order(request.GET.get("sort", "")), self.get_page_size()
        records = self.get_queryset()
        self.filterset = self.filterset_class(request.GET, queryset=records, request=request)
        self.has_valid_filters = self.filterset.is_valid()
        matches = self.filterset.qs if self.has_valid_filters else self.model.objects.none()
        self.object_list = matches.order_by(*self.order.by(self.cutoff))
        context = self.get_context_data()
        return self.render_to_response(context, status=200 if self.has_valid_filters else 400)

    def get_page_size(self):
        size = self.request.GET.get("size", "") or str(PAGE_SIZES[0])
        if size not in map(str, PAGE_SIZES):
            sizes = ", ".join(map(str, PAGE_SIZES))
            raise BadRequest(_("Choose %(sizes)s results per page.") % {"sizes": sizes})
        return int(size)

    def paginate_queryset(self, queryset, page_size):
        try:
            return super().paginate_queryset(queryset, page_size)
        except Http404 as error:
            raise BadRequest(_("This page number does not exist.")) from error

    def get_paginate_by(self, queryset):
        return self.size

    def get_paginator(self, *args, **kwargs):
        paginator = super().get_paginator(*args, **kwargs)
        paginator.count = self.filterset.total  # already counted with the facets
        return paginator

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            filterset=self.filterset,
            has_valid_filters=self.has_valid_filters,
            active_filters=self.filterset.active_filters(),
            orders=self.filterset_class.orders(),
            order=self.order,
            sizes=PAGE_SIZES,
            size=self.size,
            **kwargs,
        )


class PublicDetail(PublicRecordMixin, DetailView):
    """One record by its key. One that was public answers 410 with the reason (`unpublishing`)."""

    slug_field = slug_url_kwarg = "key"

    def get_object(self, queryset=None):
        try:
            return super().get_object(queryset)
        except Http404 as error:
            raise unpublished_or_404(self.model.record_kind(), self.kwargs["key"]) from error


class RecordDetail(PublicDetail):
    """A page of a record, which may be about a past date."""

    def get_queryset(self):
        return self.model.objects.public()  # shown even if it did not exist yet on the requested date

    def get_object(self, queryset=None):
        """The record with its child rows, cached for its pages in all languages."""
        records, key = RECORDS.current(), (type(self), self.kwargs["key"])
        if key not in records:
            records[key] = super().get_object(queryset)
            if hasattr(records[key], "photos"):
                prefetch_related_objects([records[key]], "photos")
        return records[key]

    def get_context_data(self, **kwargs):
        photos = self.object.photos.all() if hasattr(self.object, "photos") else []
        return super().get_context_data(
            photos=[photo for photo in photos if photo.is_public],
            first_dates=None if self.is_known() else [row for row in self.object.first_dates() if row[1]],
            **kwargs,
        )

    def is_known(self):
        """Whether a list of the page's date would have the record."""
        known = self.model.objects.public_as_of(self.cutoff).filter(pk=self.object.pk)
        return self.cutoff is None or known.exists()
