"""The pages that gather from every app: the home page, the search, and the errors."""

from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cooperation.agreements.cards import prefetch_for_cards
from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.core.dates import page_as_of, today
from cooperation.core.filters import MAX_QUERY_LENGTH
from cooperation.core.unpublishing import Unpublished
from cooperation.core.version_cache import cached_by_version
from cooperation.kinds import get_kind
from cooperation.news.evidence import disputed_keys, get_evidence_by_key
from cooperation.news.models import NewsItem
from events.conference_sequence import conference_sequence
from events.models import Conference
from localities.countries import FRANCE, VIET_NAM
from localities.lineage import Lineage, filter_public_successions
from localities.models import Locality

from .search import Results

SHOWN = 3
RESULTS_PER_PAGE = 10  # each with the passage that answers
#: The home page lists disagreements in this order.
KINDS_COMPARED = ["conference", "partnership", "agreement"]


@require_safe
def choose_language(request):
    """`/` redirects to the language that the browser asks for."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def home(request):
    as_of = page_as_of(request)
    agreements, news = latest(as_of.cutoff)
    conferences = all_conferences(as_of.cutoff)
    prefetch_for_cards(agreements, as_of)
    context = {
        "day": as_of.day,
        "as_of": as_of,
        "lineage": Lineage(as_of.cutoff),
        "agreements": agreements,
        "agreement_evidence": get_evidence_by_key("agreement", [agreement.key for agreement in agreements]),
        "conferences": conferences,
        "sequence": conference_sequence(conferences),
        "differing": disagreements(as_of.cutoff),
        "successions": latest_successions(as_of)[: 2 * SHOWN],
        "news": news,
        "counts": count_records(as_of.cutoff),
    }
    return render(request, "pages/home.html", context)


@cached_by_version
def latest(cutoff):
    """(agreements, reports) that the home page shows, newest first."""
    agreements = Agreement.objects.public_as_of(cutoff).newest_first()[: 2 * SHOWN]
    return list(agreements), list(NewsItem.objects.public_as_of(cutoff).newest_first()[:SHOWN])


@cached_by_version
def all_conferences(cutoff):
    return list(Conference.objects.public_as_of(cutoff).with_card_relations(cutoff).order_by("number"))


@cached_by_version
def disagreements(cutoff):
    """[(record, labels of the questions on which reports differ)] of the kinds in KINDS_COMPARED."""
    rows = []
    for kind in map(get_kind, KINDS_COMPARED):
        records = kind.model.objects.public_as_of(cutoff).filter(key__in=disputed_keys(kind.name))
        records = records.with_card_relations(cutoff).order_by("key")
        evidence = get_evidence_by_key(kind.name, [record.key for record in records])
        for record in records:
            summaries = evidence[record.key].question_summaries()
            rows.append((record, [summary.question_label for summary in summaries if summary.differs]))
    return rows


@cached_by_version
def latest_successions(as_of):
    """The successions that lead localities which signed something to what they are on a date, newest first."""
    lineage = Lineage(as_of.cutoff)
    parties = set(AgreementParty.objects.filter(locality__in=lineage.after).values_list("locality", flat=True))
    rows = {row.pk: row for party in parties for row in filter_public_successions(lineage.now(party, as_of.day))}
    return sorted(rows.values(), key=lambda row: row.effective_on, reverse=True)


@cached_by_version
def count_records(cutoff):
    localities = Locality.objects.public_as_of(cutoff)
    return {
        "agreements": Agreement.objects.public_as_of(cutoff).count(),
        "partnerships": Partnership.objects.public_as_of(cutoff).count(),
        "vietnamese": localities.in_country(VIET_NAM).count(),
        "french": localities.in_country(FRANCE).count(),
    }


@require_safe
def search(request):
    query = search_query(request)
    too_long = len(query) > MAX_QUERY_LENGTH
    results = Results("" if too_long else query, request.GET.get("kind", ""))
    paginator = Paginator(results.entries(), RESULTS_PER_PAGE)
    paginator.count = results.count
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "query": query[:MAX_QUERY_LENGTH],
        "too_long": too_long,
        "results": results,
        "page_obj": page,
        "result_records": results.records(page.object_list),
        "day": today(),
    }
    return render(request, "pages/search.html", context, status=400 if too_long or not results.kind_is_known else 200)


@require_safe
def suggestions(request):
    """What a search would find, while it is typed: a part of a page, for the search fields."""
    query = search_query(request)[:MAX_QUERY_LENGTH]
    context = {"query": query, "suggestions": Results(query).suggestions() if len(query) > 1 else []}
    return render(request, "components/suggestions.html", context)


def search_query(request):
    return request.GET.get("q", "").strip()


def bad_request(request, exception):
    """The reason of our own refusals on a page; a bare line for what Django refuses, such as a foreign host."""
    if not isinstance(exception, BadRequest):
        return HttpResponseBadRequest(
            _("This request could not be processed."), content_type="text/plain; charset=utf-8"
        )
    return render(request, "pages/400.html", {"reason": str(exception)}, status=400)


def not_found(request, exception):
    if isinstance(exception, Unpublished):
        unpublishing = exception.unpublishing
        context = {"unpublishing": unpublishing, "kind": get_kind(unpublishing.kind)}
        return not_to_be_stored(render(request, "pages/410.html", context, status=410))
    return not_to_be_stored(render(request, "pages/404.html", status=404))


def not_to_be_stored(response):
    """Browsers store a 410 for good, unless they are told to ask again."""
    response["Cache-Control"] = "no-cache"
    return response


def permission_denied(request, exception):
    return render(request, "pages/403.html", {"lacks_right": True}, status=403)


def server_error(request):
    return render(request, "pages/500.html", status=500)
