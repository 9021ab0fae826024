from modeltranslation.translator import TranslationOptions, register

from .models import Claim, NewsItem
from .publishers import Publisher


@register(NewsItem)
class NewsItemTranslation(TranslationOptions):
    fields = ["title", "summary", "body"]


@register(Claim)
class ClaimTranslation(TranslationOptions):
    fields = ["passage"]


@register(Publisher)
class PublisherTranslation(TranslationOptions):
    fields = ["name"]
