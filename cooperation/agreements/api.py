from rest_framework import serializers

from cooperation.core.api import BASICS, PublicKey, PublicKeys, TranslatedField
from cooperation.core.languages import translations
from cooperation.news.api import EvidencedSerializer, EvidencedViewSet
from localities.lineage import Lineage

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
    state = serializers.ChoiceField(State.choices, help_text="What it is today; see the page on how status is decided.")
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

    def get_parties(self, agreement) -> PartySerializer(many=True):
        lineage, day = self.context["lineage"], self.context["day"]
        parties = [PartyShown(row, lineage, day) for row in agreement.signatures.all()]
        return PartySerializer(parties, many=True).data


class AgreementViewSet(EvidencedViewSet):
    """Agreements with their parties as signed and now."""

    model = Agreement
    serializer_class = AgreementSerializer
    filterset_class = AgreementFilter

    def get_queryset(self):
        wanted = super().get_queryset().with_state(self.day).newest_first()
        return wanted.select_related("partnership", "conference", "follows").prefetch_related(
            "signatures__locality", "milestones", "themes"
        )

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

    def get_queryset(self):
        return super().get_queryset().prefetch_related("parties", "agreements").order_by("key")
