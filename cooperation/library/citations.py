from django.http import Http404, HttpResponse

from cooperation.core.citing import FORMS, cite
from cooperation.core.views import RecordDetail

from .models import Secretariat


class RecordCitation(RecordDetail):
    """A public record's citation as a file: `…/cite.bib`, `.ris`, `.json` below its own address."""

    def get(self, request, *args, **kwargs):
        if kwargs["form"] not in FORMS:
            raise Http404
        return super().get(request, *args, **kwargs)

    def render_to_response(self, context):
        form = self.kwargs["form"]
        write, media_type = FORMS[form]
        citation = cite(self.object, Secretariat.objects.first(), self.request)
        response = HttpResponse(write(citation), content_type=f"{media_type}; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{citation.key}.{form}"'
        return response
