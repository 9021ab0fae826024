"""The two kinds of public page: a list one can filter, and one record."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView, View

from .as_of_pages import as_of_view
from .dates import requested_date, today
from .version_cache import VersionedCache

SIZES = [settings.PAGE_SIZE, 50, 100]
RECORDS = VersionedCache(max_size=500)


@method_decorator(as_of_view, name="dispatch")
class PublicRecordMixin(View):
    """Shows published records only, on one day. Built per request, so that it speaks the reader's language."""

    @cached_property
    def requested_date(self):
        return requested_date(self.request)

    @cached_property
    def day(self):
        """Today, or the day that the reader asks for: names, parties and states are those of this day."""
        return self.requested_date or today()

    def get_queryset(self):
        return self.model.objects.public_as_of(self.requested_date)

    def get_context_data(self, **kwargs):
        return super().get_context_data(day=self.day, requested_date=self.requested_date, **kwargs)


class RecordList(PublicRecordMixin, ListView):
    """A list with filters, an order and a page size in its address.

    What the address says and the list does not know is answered with 400 and the reason.
    """

    filterset_class = None
    template_name_suffix = "_list"

    def get(self, request, *args, **kwargs):
        self.order, self.size = self.filterset_class.get_order(request.GET.get("sort", "")), self.chosen_size()
        records = self.get_queryset()
        self.filterset = self.filterset_class(request.GET, queryset=records, request=request)
        self.readable = self.filterset.is_valid()
        found = self.filterset.qs if self.readable else self.model.objects.none()
        self.object_list = found.order_by(*self.order.by())
        context = self.get_context_data()
        return self.render_to_response(context, status=200 if self.readable else 400)

    def chosen_size(self):
        wanted = self.request.GET.get("size", "") or str(SIZES[0])
        if wanted not in map(str, SIZES):
            sizes = ", ".join(map(str, SIZES))
            raise BadRequest(_("A page of this list holds one of these numbers: %(sizes)s.") % {"sizes": sizes})
        return int(wanted)

    def paginate_queryset(self, queryset, page_size):
        try:
            return super().paginate_queryset(queryset, page_size)
        except Http404 as error:
            raise BadRequest(_("This list has no such page.")) from error

    def get_paginate_by(self, queryset):
        return self.size

    def get_paginator(self, *args, **kwargs):
        paginator = super().get_paginator(*args, **kwargs)
        paginator.count = self.filterset.total  # counted with the facets
        return paginator

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            filterset=self.filterset,
            readable=self.readable,
            active_filters=self.filterset.active_filters(),
            orders=self.filterset_class.orders(),
            order=self.order,
            sizes=SIZES,
            size=self.size,
            **kwargs,
        )


class RecordDetail(PublicRecordMixin, DetailView):
    """One record by its key."""

    slug_field = slug_url_kwarg = "key"

    def get_queryset(self):
        return self.model.objects.public()  # a record's own page tells what it was on the day, were it nothing yet

    def get_object(self, queryset=None):
        """The record with its parts; its pages in the other languages show the same one."""
        records, place = RECORDS.current(), (type(self), self.kwargs["key"])
        if place not in records:
            records[place] = super().get_object(queryset)
            if hasattr(records[place], "photos"):
                prefetch_related_objects([records[place]], "photos")
        return records[place]

    def get_context_data(self, **kwargs):
        photos = self.object.photos.all() if hasattr(self.object, "photos") else []
        return super().get_context_data(photos=[each for each in photos if each.is_public], **kwargs)
