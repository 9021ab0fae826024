"""Every component on one page, for those who build them: shown in DEBUG only, with the records that there are."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.agreements.choices import AgreementStatus
from cooperation.agreements.filters import AgreementFilter
from cooperation.agreements.models import Agreement, Partnership
from cooperation.agreements.status import StatusResult
from cooperation.agreements.timeline import timeline
from cooperation.core.dates import today
from cooperation.news.disputes import disputes
from cooperation.news.evidence import get_evidence
from cooperation.news.models import NewsItem
from events.claim_labels import claim_label_lookup
from events.conference_sequence import conference_sequence
from events.models import Conference
from localities.lineage import Lineage
from localities.models import Locality, Succession


@require_safe
def component_gallery(request):
    if not settings.DEBUG:
        raise Http404
    day, lineage = today(), Lineage()
    agreement = Agreement.objects.public().with_card_relations().newest_first().last()
    conference = Conference.objects.public().with_card_relations().filter(status="held").first()
    return render(
        request,
        "pages/component_gallery.html",
        {
            "day": day,
            "lineage": lineage,
            "statuses": [StatusResult(status, "") for status in AgreementStatus],
            "filterset": AgreementFilter(
                QueryDict("year=2023"), queryset=Agreement.objects.public().with_status(day), request=request
            ),
            "page_obj": Paginator(range(90), 20).page(2),
            "succession": Succession.objects.select_related("predecessor", "successor").first(),
            "sequence": conference_sequence(Conference.objects.public().with_card_relations().order_by("number")),
            "localities": Locality.objects.public().by_name()[:3],
            "partnership": Partnership.objects.public().with_card_relations().first(),
            "news": NewsItem.objects.public().newest_first().first(),
            **about_agreement(agreement, lineage, day),
            **about_conference(conference),
        },
    )


def about_agreement(agreement, lineage, day):
    if agreement is None:
        return {"agreement": None, "parties": [], "timeline": [], "evidence": None}
    parties = agreement.parties_on(lineage, day)
    return {
        "agreement": agreement,
        "parties": parties,
        "timeline": timeline(agreement, parties),
        "evidence": get_evidence(agreement),
    }


def about_conference(conference):
    evidence = get_evidence(conference) if conference else None
    return {"disputes": disputes(evidence, conference, claim_label_lookup(evidence)) if conference else []}
