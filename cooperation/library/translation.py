from modeltranslation.translator import TranslationOptions, register

from .models import Document, Organisation, Page, Photo, Secretariat, Theme


@register(Theme)
class ThemeTranslation(TranslationOptions):
    fields = ["name", "description"]


@register(Organisation)
class OrganisationTranslation(TranslationOptions):
    fields = ["name"]


@register(Photo)
class PhotoTranslation(TranslationOptions):
    fields = ["alternative_text", "caption"]


@register(Document)
class DocumentTranslation(TranslationOptions):
    fields = ["title"]


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ["title", "body"]


@register(Secretariat)
class SecretariatTranslation(TranslationOptions):
    fields = ["name", "address"]
