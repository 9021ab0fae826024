from django.http import Http404, HttpResponse

from cooperation.core.citations import FORMATS, build_citation
from cooperation.core.views import RecordDetail

from .models import Secretariat


class RecordCitation(RecordDetail):
    """A public record's citation as a file: `cite.bib`, `cite.ris` or `cite.json` below the record's URL."""

    def get(self, request, *args, **kwargs):
        if kwargs["file_format"] not in FORMATS:
            raise Http404
        return super().get(request, *args, **kwargs)

    def render_to_response(self, context):
        file_format = self.kwargs["file_format"]
        write, media_type = FORMATS[file_format]
        citation = build_citation(self.object, Secretariat.objects.first(), self.request)
        response = HttpResponse(write(citation), content_type=f"{media_type}; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{citation.key}.{file_format}"'
        return response
