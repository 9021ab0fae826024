from modeltranslation.translator import TranslationOptions, register

from .models import Claim, NewsItem


@register(NewsItem)
class NewsItemTranslation(TranslationOptions):
    fields = ["title", "summary", "body"]


@register(Claim)
class ClaimTranslation(TranslationOptions):
    fields = ["passage"]
