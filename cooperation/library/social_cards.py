from django.utils.text import capfirst

from cooperation.core.localized_text import localized
from cooperation.core.social_cards import SocialCard, social_card

from .models import Theme


@social_card.register
def build_theme_card(record: Theme, day):
    return SocialCard(capfirst(str(record.kind_label)), [("", localized(record, "name").text)])
