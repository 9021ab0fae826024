"""The pages that gather from every app: the home page, the search, and the errors."""

from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cooperation.agreements.cards import fetch_for_cards
from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.core.as_of_pages import as_of_view
from cooperation.core.dates import page_date, requested_date, today
from cooperation.core.filters import MAX_QUERY_LENGTH
from cooperation.core.version_cache import cached_by_version
from cooperation.news.evidence import disputed_keys, evidence_of
from cooperation.news.models import NewsItem
from cooperation.news.subjects import with_card_relations
from events.conference_sequence import conference_sequence
from events.models import Conference
from localities.lineage import Lineage, both_public
from localities.models import Locality

from .search import Results

SHOWN = 3
RESULTS = 10  # on a page: each with the passage that answers


@require_safe
def choose_language(request):
    """`/` leads to the reader's language, as the browser asks for it."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
@as_of_view
def home(request):
    lineage = Lineage()
    asked, day = requested_date(request), page_date(request)
    agreements, news = latest(asked)
    conferences = all_conferences(asked)
    fetch_for_cards(agreements, day)
    context = {
        "day": day,
        "lineage": lineage,
        "agreements": agreements,
        "agreement_evidence": evidence_of("agreement", [each.key for each in agreements]),
        "conferences": conferences,
        "sequence": conference_sequence(conferences),
        "differing": differing(asked),
        "successions": names_changed(day)[: 2 * SHOWN],
        "news": news,
        "counts": counts(asked),
    }
    return render(request, "pages/home.html", context)


@cached_by_version
def latest(asked):
    """(agreements, reports) that the home page shows, newest first."""
    agreements = Agreement.objects.public_as_of(asked).newest_first()[: 2 * SHOWN]
    return list(agreements), list(NewsItem.objects.public_as_of(asked).newest_first()[:SHOWN])


@cached_by_version
def all_conferences(asked):
    return list(Conference.objects.public_as_of(asked).with_card_relations().order_by("number"))


@cached_by_version
def differing(asked):
    """[(record, the questions on which reports differ, in words)]: conferences first, then ties, then agreements."""
    found = []
    for model in [Conference, Partnership, Agreement]:
        kind = model.record_kind()
        records = with_card_relations(model.objects.public_as_of(asked).filter(key__in=disputed_keys(kind))).order_by(
            "key"
        )
        evidence = evidence_of(kind, [record.key for record in records])
        found += [
            (record, [each.format_partial_date for each in evidence[record.key].question_summaries() if each.differs])
            for record in records
        ]
    return found


@cached_by_version
def names_changed(day):
    """The successions that led localities which signed something to what they are on a day, newest first."""
    lineage = Lineage()
    parties = set(AgreementParty.objects.filter(locality__in=lineage.after).values_list("locality", flat=True))
    rows = {row.pk: row for key in parties for row in both_public(lineage.now(key, day))}
    return sorted(rows.values(), key=lambda row: row.effective_on, reverse=True)


@cached_by_version
def counts(asked):
    localities = Locality.objects.public_as_of(asked)
    return {
        "agreements": Agreement.objects.public_as_of(asked).count(),
        "partnerships": Partnership.objects.public_as_of(asked).count(),
        "vietnamese": localities.in_country("VN").count(),
        "french": localities.in_country("FR").count(),
    }


@require_safe
def search(request):
    words = asked_words(request)
    too_long = len(words) > MAX_QUERY_LENGTH
    results = Results("" if too_long else words, request.GET.get("kind", ""))
    paginator = Paginator(results.entries(), RESULTS)
    paginator.count = results.count
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "words": words[:MAX_QUERY_LENGTH],
        "too_long": too_long,
        "results": results,
        "page_obj": page,
        "found": results.records(page.object_list),
        "day": today(),
    }
    return render(request, "pages/search.html", context, status=400 if too_long or not results.kind_is_known else 200)


@require_safe
def suggestions(request):
    """What a search would find, while it is typed: a part of a page, for the search fields."""
    words = asked_words(request)[:MAX_QUERY_LENGTH]
    context = {"words": words, "suggestions": Results(words).suggestions() if len(words) > 1 else []}
    return render(request, "components/suggestions.html", context)


def asked_words(request):
    return request.GET.get("q", "").strip()


def bad_request(request, exception):
    """Tells what could not be read, where it is ours to tell; a host that is not ours gets a bare line."""
    if not isinstance(exception, BadRequest):
        return HttpResponseBadRequest(_("This request cannot be read."), content_type="text/plain; charset=utf-8")
    return render(request, "pages/400.html", {"reason": str(exception)}, status=400)


def not_found(request, exception):
    return render(request, "pages/404.html", status=404)


def server_error(request):
    return render(request, "pages/500.html", status=500)
