from modeltranslation.translator import TranslationOptions, register

from .models import Unpublishing


@register(Unpublishing)
class UnpublishingTranslation(TranslationOptions):
    fields = ["note"]
