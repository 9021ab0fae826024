from modeltranslation.translator import TranslationOptions, register

from .models import Commitment, Conference, Session, Speaker


@register(Conference)
class ConferenceTranslation(TranslationOptions):
    fields = ["title", "conference_theme", "venue", "description", "declaration"]


@register(Session)
class SessionTranslation(TranslationOptions):
    fields = ["title", "summary"]


@register(Speaker)
class SpeakerTranslation(TranslationOptions):
    fields = ["position", "line"]


@register(Commitment)
class CommitmentTranslation(TranslationOptions):
    fields = ["text"]
