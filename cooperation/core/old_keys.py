"""Addresses under a key of old lead on to the same page, feed or file under the present key."""

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from .models import OldKey


def led_on(request, model, key):
    """The redirect from a key of old, with the query as it was; None where the key is none of old."""
    old = OldKey.objects.filter(kind=model.record_kind(), old_key=key).first()
    if old is None:
        return None
    match, query = request.resolver_match, request.META.get("QUERY_STRING", "")
    address = reverse(match.view_name, kwargs=match.captured_kwargs | {"key": old.key})
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
