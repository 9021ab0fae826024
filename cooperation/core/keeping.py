"""Public pages, made once for each content version and day, and kept until another version makes them unreachable.

The middleware stands before all others: a kept page costs one small query and one look into the cache. What it keeps
never depends on who reads: an answer that sets a cookie, or varies by one, is not kept.
"""

import gzip
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse, HttpResponseNotModified

from .changes import content_version
from .days import today
from .remembering import remembering

LONGEST = 4_000_000  # bytes of one answer
WORTH_PACKING = 500
PACKABLE = ("text/", "application/json", "application/ld+json", "application/atom+xml", "application/xml", "image/svg")
SECONDS_OF_A_DAY = 86_400
FRESH = "public, no-cache"  # anybody may keep it, and asks before each use whether it still holds
CODES = {code for code, _name in settings.LANGUAGES}


class Kept(NamedTuple):
    body: bytes
    packed: bytes
    headers: dict

    def answer(self, request):
        packed = self.packed and "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
        response = HttpResponse(self.packed if packed else self.body, headers=self.headers)
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.content))
        return response


@cache
def release():
    """A number that grows with the code: what an older one has made is not shown by a newer one."""
    folders = ["cooperation", "events", "localities", "templates"]
    files = [path for folder in folders for path in (settings.BASE_DIR / folder).rglob("*.*")]
    return max(path.stat().st_mtime_ns for path in files)


def keep_pages(get_response):
    def middleware(request):
        if request.method not in ("GET", "HEAD") or not may_be_kept(request.path_info):
            return get_response(request)
        content = (content_version(), today())
        if not settings.KEEP_PAGES:
            return make(request, content)
        tag = etag(request, content)
        if tag in request.META.get("HTTP_IF_NONE_MATCH", ""):
            return HttpResponseNotModified(headers={"ETag": tag, "Cache-Control": FRESH, "Vary": "Accept-Encoding"})
        shelf = caches["pages"]
        kept = shelf.get(tag)
        if kept is None:
            response = make(request, content)
            if not is_the_same_for_all(response):
                return response
            kept = keep(response, tag)
            if request.method == "GET":
                shelf.set(tag, kept, SECONDS_OF_A_DAY)
        return kept.answer(request)

    def make(request, content):
        with remembering(content if settings.REMEMBER else None):
            return get_response(request)

    return middleware


def may_be_kept(path):
    """The desk is for one person at a time; files are served as they lie."""
    section = path.split("/", 3)[1:3]
    return section[-1] != "admin" and section[0] not in ("static", "media", "")


def etag(request, content):
    """Names one page: its address, and whatever a page may depend on."""
    meta = request.META
    said = [request.scheme, request.get_host(), request.path_info, meta.get("QUERY_STRING", "")]
    said += [str(release()), *map(str, content)]
    if request.path_info.split("/", 2)[1] not in CODES:  # the address does not say the language
        said += [meta.get("HTTP_ACCEPT_LANGUAGE", ""), meta.get("HTTP_ACCEPT", "")]
    return f'W/"{blake2b(chr(0).join(said).encode(), digest_size=16).hexdigest()}"'


def is_the_same_for_all(response):
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "cookie" not in response.headers.get("Vary", "").lower()
        and len(response.content) <= LONGEST
    )


def keep(response, tag):
    body, form = response.content, response.headers.get("Content-Type", "")
    packed = gzip.compress(body, 6, mtime=0) if len(body) > WORTH_PACKING and form.startswith(PACKABLE) else b""
    vary = [each.strip() for each in response.headers.get("Vary", "").split(",") if each.strip()]
    headers = dict(response.headers) | {
        "ETag": tag,
        "Cache-Control": FRESH,
        "Vary": ", ".join(dict.fromkeys([*vary, "Accept-Encoding"])),
    }
    return Kept(body, packed, headers)
