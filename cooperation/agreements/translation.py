from modeltranslation.translator import TranslationOptions, register

from .models import Agreement, AgreementParty, Milestone, Partnership


@register(Agreement)
class AgreementTranslation(TranslationOptions):
    fields = ["title", "signature_place", "summary"]


@register(Partnership)
class PartnershipTranslation(TranslationOptions):
    fields = ["description"]


@register(AgreementParty)
class AgreementPartyTranslation(TranslationOptions):
    fields = ["position"]


@register(Milestone)
class MilestoneTranslation(TranslationOptions):
    fields = ["note"]
