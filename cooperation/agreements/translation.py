from modeltranslation.translator import TranslationOptions, register

from .models import Agreement, Milestone, Partnership, Signature


@register(Agreement)
class AgreementTranslation(TranslationOptions):
    fields = ["title", "signed_at", "summary"]


@register(Partnership)
class PartnershipTranslation(TranslationOptions):
    fields = ["presentation"]


@register(Signature)
class SignatureTranslation(TranslationOptions):
    fields = ["office"]


@register(Milestone)
class MilestoneTranslation(TranslationOptions):
    fields = ["note"]
