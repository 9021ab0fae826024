from modeltranslation.translator import TranslationOptions, register

from .models import Locality, LocalityLevel, Succession


@register(Locality)
class LocalityTranslation(TranslationOptions):
    fields = ["name", "description"]


@register(LocalityLevel)
class LocalityLevelTranslation(TranslationOptions):
    fields = ["legal_act"]


@register(Succession)
class SuccessionTranslation(TranslationOptions):
    fields = ["legal_act"]
