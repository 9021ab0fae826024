from rest_framework import serializers

from cooperation.core.api import COMMON_FIELDS, PublicKey, PublicKeys, TranslatedField
from cooperation.library.api import OrganisationSerializer
from cooperation.news.api import EvidencedSerializer, EvidencedViewSet

from .filters import ConferenceFilter
from .models import Commitment, Conference, Session, Speaker


class SessionSerializer(serializers.ModelSerializer):
    title = TranslatedField()
    summary = TranslatedField()
    theme = PublicKey()

    class Meta:
        model = Session
        fields = ["title", "summary", "theme"]


class SpeakerSerializer(serializers.ModelSerializer):
    position = TranslatedField()
    organisation = OrganisationSerializer()
    line = TranslatedField()
    locality = PublicKey()

    class Meta:
        model = Speaker
        fields = ["name", "position", "locality", "organisation", "line"]


class CommitmentSerializer(serializers.ModelSerializer):
    text = TranslatedField()
    theme = PublicKey()

    class Meta:
        model = Commitment
        fields = ["theme", "text"]


class ConferenceSerializer(EvidencedSerializer):
    title = TranslatedField()
    conference_theme = TranslatedField()
    venue = TranslatedField()
    hosts = PublicKeys()
    partners = OrganisationSerializer(many=True)
    description = TranslatedField()
    declaration = TranslatedField()
    place = PublicKey()
    participants = PublicKeys()
    themes = PublicKeys()
    sessions = SessionSerializer(many=True)
    speakers = SpeakerSerializer(many=True)
    commitments = CommitmentSerializer(many=True)

    class Meta:
        model = Conference
        fields = [
            "number",
            *COMMON_FIELDS,
            "title",
            "conference_theme",
            "status",
            "starts_on",
            "ends_on",
            "place",
            "country",
            "venue",
            "hosts",
            "partners",
            "description",
            "declaration",
            "participants",
            "themes",
            "sessions",
            "speakers",
            "commitments",
            "evidence",
        ]


class ConferenceViewSet(EvidencedViewSet):
    """Conferences with their sessions, speakers, commitments and participants."""

    model = Conference
    serializer_class = ConferenceSerializer
    filterset_class = ConferenceFilter

    prefetch_lookups = [
        "place",
        "hosts",
        "partners",
        "participants",
        "themes",
        "sessions__theme",
        "speakers__locality",
        "speakers__organisation",
        "commitments__theme",
    ]

    def get_queryset(self):
        return super().get_queryset().newest_first()
