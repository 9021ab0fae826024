from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cooperation.core.api import BASICS, PublicKey, PublicKeys, TranslatedField
from cooperation.core.languages import translations
from cooperation.news.api import EvidencedSerializer, EvidencedViewSet
from localities.lineage import Lineage

from .cards import PARTS
from .choices import State
from .filters import AgreementFilter, PartnershipFilter
from .models import Agreement, Milestone, Partnership
from .parties import PartyShown


class PartySerializer(serializers.Serializer):
    """A party as signed, and what it is now."""

    locality = PublicKey(allow_null=True)
    name_as_signed = serializers.CharField(source="__str__")
    now = serializers.SerializerMethodField(help_text="Keys of the localities that it is now; empty where it goes on.")
    signatory = serializers.CharField(source="signature.signatory")
    office = serializers.SerializerMethodField()

    def get_now(self, party) -> list[str]:
        return [locality.key for locality in party.now]

    def get_office(self, party) -> dict[str, str]:
        return translations(party.signature, "office")


class MilestoneSerializer(serializers.ModelSerializer):
    note = TranslatedField()

    class Meta:
        model = Milestone
        fields = ["kind", "on", "note"]


class AgreementSerializer(EvidencedSerializer):
    title = TranslatedField()
    signed_at = TranslatedField()
    summary = TranslatedField()
    state = serializers.SerializerMethodField(help_text="What it is today; see the page on how status is decided.")
    parties = serializers.SerializerMethodField()
    partnership = PublicKey()
    conference = PublicKey()
    follows = PublicKey()
    themes = PublicKeys()
    milestones = MilestoneSerializer(many=True)

    class Meta:
        model = Agreement
        fields = [
            *BASICS,
            "title",
            "kind",
            "state",
            "parties",
            "partnership",
            "signed_on",
            "signed_at",
            "conference",
            "summary",
            "themes",
            "term_rule",
            "term_years",
            "ends_on",
            "notice_months",
            "follows",
            "follows_as",
            "milestones",
            "evidence",
        ]

    @extend_schema_field({"type": "string", "enum": State.values})
    def get_state(self, agreement):
        return agreement.state_on(self.context["day"]).state

    def get_parties(self, agreement) -> PartySerializer(many=True):
        lineage, day = self.context["lineage"], self.context["day"]
        parties = [PartyShown(row, lineage, day) for row in agreement.signatures.all()]
        return PartySerializer(parties, many=True).data


class AgreementViewSet(EvidencedViewSet):
    """Agreements with their parties as signed and now."""

    model = Agreement
    serializer_class = AgreementSerializer
    filterset_class = AgreementFilter
    parts = [*PARTS, "partnership", "conference", "follows", "themes"]

    def get_queryset(self):
        return super().get_queryset().newest_first()

    def get_serializer_context(self):
        return super().get_serializer_context() | {"lineage": Lineage(), "day": self.day}


class PartnershipSerializer(EvidencedSerializer):
    presentation = TranslatedField()
    parties = PublicKeys()
    agreements = PublicKeys()

    class Meta:
        model = Partnership
        fields = [*BASICS, "parties", "since", "kind", "presentation", "agreements", "evidence"]


class PartnershipViewSet(EvidencedViewSet):
    """The lasting ties between localities."""

    model = Partnership
    serializer_class = PartnershipSerializer
    filterset_class = PartnershipFilter
    parts = ["parties", "agreements"]

    def get_queryset(self):
        return super().get_queryset().order_by("key")
