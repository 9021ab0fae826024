"""The two kinds of public page: a list one can filter, and one record."""

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.views.generic import DetailView, ListView

from .days import today
from .models import OldKey


class PublicRecords:
    """Shows published records only. Built per request, so that it speaks the reader's language."""

    def get_queryset(self):
        return self.model.objects.public()

    def get_context_data(self, **kwargs):
        return super().get_context_data(today=today(), **kwargs)


class RecordList(PublicRecords, ListView):
    """A list with filters in its address. A filter that says nothing known is answered with 400 and the reason."""

    filterset_class = None
    paginate_by = settings.PAGE_SIZE
    template_name_suffix = "_list"

    def get(self, request, *args, **kwargs):
        self.filterset = self.filterset_class(request.GET, queryset=self.get_queryset(), request=request)
        self.readable = self.filterset.is_valid()
        self.object_list = self.filterset.qs if self.readable else self.model.objects.none()
        context = self.get_context_data()
        return self.render_to_response(context, status=200 if self.readable else 400)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            filterset=self.filterset, readable=self.readable, in_use=self.filterset.in_use(), **kwargs
        )


class RecordDetail(PublicRecords, DetailView):
    """One record by its key; a key of old leads on to the present one."""

    slug_field = slug_url_kwarg = "key"

    def get_context_data(self, **kwargs):
        photos = self.object.photos.public() if hasattr(self.object, "photos") else []
        return super().get_context_data(photos=photos, **kwargs)

    def get(self, request, *args, **kwargs):
        old = OldKey.objects.filter(kind=self.model.record_kind(), old_key=kwargs["key"]).first()
        if old:
            return HttpResponsePermanentRedirect(self.address_of(self.model(key=old.key)))
        return super().get(request, *args, **kwargs)

    def address_of(self, record):
        return record.get_absolute_url()
