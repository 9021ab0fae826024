"""Serving stored files: those of public records to everybody, all others to staff at the desk."""

import hashlib

from django.conf import settings
from django.contrib import admin
from django.core.files.storage import default_storage
from django.db.models import Model
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cooperation.core.uses import only_shown

from .documents import get_media_type
from .models import Document, Photo
from .renditions import get_image_name, get_rendition_files

#: A file may not run anything, whatever a browser takes it for.
POLICY = "sandbox; default-src 'none'"


@require_safe
def public_file(request: HttpRequest, path: str) -> HttpResponse:
    """A file of a record that is public. It is asked anew each time, so that an unpublished file goes at once."""
    record = find_record(path)
    if record is None or not is_shown(record):
        raise Http404
    response = send(request, record, path)
    response["Cache-Control"] = "public, no-cache"
    return response


@require_safe
def desk_file(request: HttpRequest, path: str) -> HttpResponse:
    """Any file of a record, for staff who may see the record."""
    record = find_record(path)
    if record is None or not admin.site.get_model_admin(type(record)).has_view_permission(request, record):
        raise Http404
    response = send(request, record, path)
    response["Cache-Control"] = "private, no-store"
    return response


def desk_file_url(name: str) -> str:
    return reverse("admin-file", args=[name])


def find_record(path: str) -> Model | None:
    """The photo or document that a file belongs to."""
    image = get_image_name(path)
    photo = Photo.objects.filter(image=image).first()
    if photo is not None and (path == image or path in get_rendition_files(photo)):
        return photo
    return Document.objects.filter(file=path).first()


def is_shown(record: Model) -> bool:
    """Whether readers may have the file: its record is public, and so is one that shows it, if there are any."""
    return only_shown(type(record).objects.public().filter(pk=record.pk)).exists()


def send(request: HttpRequest, record: Model, path: str) -> HttpResponse:
    """The file itself, or the order to the web server to send it (`MEDIA_REDIRECT`); documents are downloaded."""
    if not default_storage.exists(path):
        raise Http404
    headers = {
        "Content-Type": get_media_type(path),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": POLICY,
    }
    name, is_attachment = path.rpartition("/")[2], isinstance(record, Document)
    headers["Content-Disposition"] = content_disposition_header(is_attachment, name)
    if settings.MEDIA_REDIRECT:
        return HttpResponse(headers=headers | {"X-Accel-Redirect": iri_to_uri(settings.MEDIA_REDIRECT + path)})
    headers["ETag"] = build_etag(path)
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponseNotModified(headers={"ETag": headers["ETag"]})
    return FileResponse(default_storage.open(path), as_attachment=is_attachment, filename=name, headers=headers)


def build_etag(path: str) -> str:
    identity = f"{path} {default_storage.get_modified_time(path).timestamp()}"
    return f'"{hashlib.sha256(identity.encode()).hexdigest()[:20]}"'
