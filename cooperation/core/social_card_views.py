from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .changes import record_models
from .dates import today
from .site_name import SITE_NAME
from .social_cards import SocialCard, draw_card, has_social_card, social_card
from .unpublishing import get_public_or_404


@require_safe
def record_card(request, kind, key):
    model = next((model for model in record_models() if model.record_kind() == kind and has_social_card(model)), None)
    if model is None:
        raise Http404
    return png_response(social_card(get_public_or_404(model, key), today()))


@require_safe
def register_card(request):
    """The card of every page that does not show a single record."""
    return png_response(
        SocialCard(
            _("Public register of agreements and partnerships"),
            [("", _("Who works with whom, since when, and how we know."))],
        )
    )


def png_response(card):
    return HttpResponse(draw_card(card, str(SITE_NAME)), content_type="image/png")
