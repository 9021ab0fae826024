"""Page cache: public pages, cached per URL, content version and date. Old entries become unreachable when these change.

The middleware stands before all others: a cached page costs one small query and one look into the cache. Responses
never depend on who reads: one that sets a cookie, or varies by one, is not cached.
"""

import gzip
import re
from functools import cache, lru_cache
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse, HttpResponseNotModified

from .content_version import content_version
from .dates import DATE_PARAMETER, today
from .languages import LANGUAGE_CODES
from .version_cache import VersionedCache, caching_for_version

SHARED_CACHE = "pages"  # the cache that all workers share, where the settings name one
PAGES = VersionedCache(max_size=1000)
MAX_BYTES = 4_000_000  # of one response
MIN_BYTES_TO_GZIP = 500
GZIPPED_TYPES = (
    "text/",
    "application/json",
    "application/ld+json",
    "application/atom+xml",
    "application/xml",
    "image/svg",
)
SECONDS_PER_DAY = 86_400
CACHE_CONTROL = "public, no-cache"  # any cache may store it, but must revalidate before each use


class CachedResponse(NamedTuple):
    """A cached response. Headers are shared between requests and must not be mutated."""

    tag: str
    body: bytes
    headers: object
    gzipped: bytes
    gzipped_headers: object

    def to_response(self, request):
        if self.gzipped and accepts_gzip(request.META.get("HTTP_ACCEPT_ENCODING", "")):
            response = HttpResponse(self.gzipped)
            response.headers = self.gzipped_headers
        else:
            response = HttpResponse(self.body)
            response.headers = self.headers
        return response


@lru_cache(maxsize=200)
def accepts_gzip(header):
    """Whether an Accept-Encoding header takes gzip.

    >>> accepts_gzip("gzip, br"), accepts_gzip("gzip;q=0, br"), accepts_gzip("*"), accepts_gzip("identity")
    (True, False, True, False)
    """
    weights = {}
    for part in header.lower().split(","):
        name, _separator, options = part.partition(";")
        weights[name.strip()] = options.replace(" ", "")
    weight = weights.get("gzip", weights.get("*"))
    return weight is not None and re.fullmatch(r"q=0(?:\.0*)?", weight) is None


@cache
def code_version():
    """Newest modification time of the source files, so that a deployment invalidates cached pages."""
    folders = ["cooperation", "events", "localities", "templates"]
    files = [path for folder in folders for path in (settings.BASE_DIR / folder).rglob("*.*")]
    return max(path.stat().st_mtime_ns for path in files)


def page_cache(get_response):
    def middleware(request):
        if request.method not in ("GET", "HEAD") or not is_cacheable_path(request.path_info):
            return get_response(request)
        version = (content_version(), today())
        if not settings.PAGE_CACHE:
            return render_response(request, version)
        key, pages = cache_key(request), PAGES.for_version(version)
        cached = pages.get(key)
        tag = cached.tag if cached else etag(key, version)
        if tag in request.META.get("HTTP_IF_NONE_MATCH", ""):
            return not_modified(tag)
        if cached is None:
            cached = load_from_shared_cache(tag)
        if cached is None:
            response = render_response(request, version)
            if not is_publicly_cacheable(response):
                return response
            cached = build_cached_response(response, tag)
            if request.method == "HEAD":
                return cached.to_response(request)
            store_in_shared_cache(cached)
        pages[key] = cached
        return cached.to_response(request)

    def render_response(request, version):
        is_shared = settings.VERSION_CACHE and DATE_PARAMETER not in request.GET
        with caching_for_version(version if is_shared else None):
            return get_response(request)

    return middleware


def not_modified(tag):
    response = HttpResponseNotModified()
    response.headers = not_modified_headers(tag)
    return response


@lru_cache(maxsize=1000)
def not_modified_headers(tag):
    return response_headers({"ETag": tag, "Cache-Control": CACHE_CONTROL, "Vary": "Accept-Encoding"})


def response_headers(values):
    """The object in which Django keeps a response's headers, made once and shared."""
    headers = HttpResponse(headers=values).headers
    if "Content-Type" not in values:
        del headers["Content-Type"]
    return headers


def load_from_shared_cache(tag):
    """What another worker has rendered; None without a shared cache."""
    return caches[SHARED_CACHE].get(tag) if SHARED_CACHE in settings.CACHES else None


def store_in_shared_cache(cached):
    if SHARED_CACHE in settings.CACHES:
        caches[SHARED_CACHE].set(cached.tag, cached, SECONDS_PER_DAY)


def is_cacheable_path(path):
    """Admin pages and static or media files are never cached here."""
    section = path.split("/", 3)[1:3]
    return section[-1] != "admin" and section[0] not in ("static", "media", "")


def cache_key(request):
    """The URL; without a language in it, also the headers from which the language is taken.

    A foreign host is refused while its page is rendered, so no response is cached for it.
    """
    meta, path = request.META, request.path_info
    key = (request.scheme, meta.get("HTTP_HOST", ""), path, meta.get("QUERY_STRING", ""))
    if path.split("/", 2)[1] in LANGUAGE_CODES:
        return key
    return *key, meta.get("HTTP_ACCEPT_LANGUAGE", ""), meta.get("HTTP_ACCEPT", "")


def etag(key, version):
    """A weak ETag of whatever a page may depend on: its key, the code, the content version and the date."""
    identity = chr(0).join([*key, str(code_version()), *map(str, version)])
    return f'W/"{blake2b(identity.encode(errors="replace"), digest_size=16).hexdigest()}"'


def is_publicly_cacheable(response):
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "cookie" not in response.headers.get("Vary", "").lower()
        and len(response.content) <= MAX_BYTES
    )


def build_cached_response(response, tag):
    body, content_type = response.content, response.headers.get("Content-Type", "")
    is_gzipped = len(body) > MIN_BYTES_TO_GZIP and content_type.startswith(GZIPPED_TYPES)
    gzipped = gzip.compress(body, 6, mtime=0) if is_gzipped else b""
    vary = [name.strip() for name in response.headers.get("Vary", "").split(",") if name.strip()]
    headers = dict(response.headers) | {
        "ETag": tag,
        "Cache-Control": CACHE_CONTROL,
        "Vary": ", ".join(dict.fromkeys([*vary, "Accept-Encoding"])),
        "Content-Length": str(len(body)),
    }
    gzipped_headers = headers | {"Content-Encoding": "gzip", "Content-Length": str(len(gzipped))}
    return CachedResponse(tag, body, response_headers(headers), gzipped, response_headers(gzipped_headers))
