from modeltranslation.translator import TranslationOptions, register

from .models import AgreementSuccession, Locality, LocalityLevel, Succession


@register(Locality)
class LocalityTranslation(TranslationOptions):
    fields = ["name", "description"]


@register(LocalityLevel)
class LocalityLevelTranslation(TranslationOptions):
    fields = ["legal_act"]


@register(Succession)
class SuccessionTranslation(TranslationOptions):
    fields = ["legal_act"]


@register(AgreementSuccession)
class AgreementSuccessionTranslation(TranslationOptions):
    fields = ["legal_act", "note"]
