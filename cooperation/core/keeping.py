"""Public pages, made once for each content version and day, and kept until another version makes them unreachable.

The middleware stands before all others: a kept page costs one small query and one look into the cache. What it keeps
never depends on who reads: an answer that sets a cookie, or varies by one, is not kept.
"""

import gzip
from functools import cache, lru_cache
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse, HttpResponseNotModified
from django.http.response import ResponseHeaders

from .changes import content_version
from .days import today
from .remembering import Shelf, remembering

SHARED = "pages"  # the cache that workers share, where there is one
PAGES = Shelf(most=1000)
LONGEST = 4_000_000  # bytes of one answer
WORTH_PACKING = 500
PACKABLE = ("text/", "application/json", "application/ld+json", "application/atom+xml", "application/xml", "image/svg")
SECONDS_OF_A_DAY = 86_400
FRESH = "public, no-cache"  # anybody may keep it, and asks before each use whether it still holds
CODES = {code for code, _name in settings.LANGUAGES}


class Kept(NamedTuple):
    """An answer as it is given again and again; its headers are shared, and nobody may change them."""

    tag: str
    body: bytes
    headers: ResponseHeaders
    packed: bytes
    packed_headers: ResponseHeaders

    def answer(self, request):
        if self.packed and "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", ""):
            response = HttpResponse(self.packed)
            response.headers = self.packed_headers
        else:
            response = HttpResponse(self.body)
            response.headers = self.headers
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
        place, pages = place_of(request), PAGES.of(content)
        kept = pages.get(place)
        tag = kept.tag if kept else etag(place, content)
        if tag in request.META.get("HTTP_IF_NONE_MATCH", ""):
            return unchanged(tag)
        if kept is None:
            kept = shared(tag)
        if kept is None:
            response = make(request, content)
            if not is_the_same_for_all(response):
                return response
            kept = keep(response, tag)
            if request.method == "HEAD":
                return kept.answer(request)
            share(kept)
        pages[place] = kept
        return kept.answer(request)

    def make(request, content):
        with remembering(content if settings.REMEMBER else None):
            return get_response(request)

    return middleware


def unchanged(tag):
    response = HttpResponseNotModified()
    response.headers = headers_of(tag)
    return response


@lru_cache(maxsize=1000)
def headers_of(tag):
    return ResponseHeaders({"ETag": tag, "Cache-Control": FRESH, "Vary": "Accept-Encoding"})


def shared(tag):
    """What another worker has made, where they share a cache."""
    return caches[SHARED].get(tag) if SHARED in settings.CACHES else None


def share(kept):
    if SHARED in settings.CACHES:
        caches[SHARED].set(kept.tag, kept, SECONDS_OF_A_DAY)


def may_be_kept(path):
    """The desk is for one person at a time; files are served as they lie."""
    section = path.split("/", 3)[1:3]
    return section[-1] != "admin" and section[0] not in ("static", "media", "")


def place_of(request):
    """The address of a page; a host that is not ours is refused when its page is made, so none is kept for it."""
    meta, path = request.META, request.path_info
    place = (request.scheme, meta.get("HTTP_HOST", ""), path, meta.get("QUERY_STRING", ""))
    if path.split("/", 2)[1] in CODES:
        return place
    return *place, meta.get("HTTP_ACCEPT_LANGUAGE", ""), meta.get("HTTP_ACCEPT", "")  # it does not say the language


def etag(place, content):
    """Names one page: its address, and whatever a page may depend on."""
    said = chr(0).join([*place, str(release()), *map(str, content)])
    return f'W/"{blake2b(said.encode(errors="replace"), digest_size=16).hexdigest()}"'


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
        "Content-Length": str(len(body)),
    }
    packed_headers = headers | {"Content-Encoding": "gzip", "Content-Length": str(len(packed))}
    return Kept(tag, body, ResponseHeaders(headers), packed, ResponseHeaders(packed_headers))
