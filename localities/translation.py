from modeltranslation.translator import TranslationOptions, register

from .models import Locality


@register(Locality)
class LocalityTranslation(TranslationOptions):
    fields = ["name", "description"]
