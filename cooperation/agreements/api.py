import datetime as dt

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cooperation.core.api import COMMON_FIELDS, PublicKey, PublicKeys, TranslatedField
from cooperation.core.localized_text import translations
from cooperation.news.api import EvidencedSerializer, EvidencedViewSet
from localities.lineage import Lineage

from .cards import card_relations
from .choices import AgreementStatus
from .filters import AgreementFilter, PartnershipFilter
from .inferences import infer_signing_date
from .models import Agreement, Milestone, Partnership, StatusPeriod
from .parties import PartyOnDate
from .status_periods import FIRST_DAY, LAST_DAY


class PartySerializer(serializers.Serializer):
    """A party as signed, and what it is on the date."""

    locality = PublicKey(allow_null=True)
    organisation = serializers.SerializerMethodField(help_text="Key of a party that is not a locality.")
    name_as_signed = serializers.CharField(source="__str__")
    now = serializers.SerializerMethodField(
        help_text="Keys of the localities that answer for it on the date: itself while it exists."
    )
    relations = serializers.SerializerMethodField(
        help_text="What each locality is to it on the date: same, succeeded, responsible, territory; empty: not known."
    )
    signed_by = serializers.CharField(source="row.signed_by")
    position = serializers.SerializerMethodField()
    withdrew_on = serializers.CharField(source="row.withdrew_on", help_text="Empty unless it has left the agreement.")

    def get_organisation(self, party) -> str | None:
        return party.row.organisation.key if party.row.organisation_id else None

    def get_now(self, party) -> list[str]:
        return [locality.key for locality in party.now]

    def get_relations(self, party) -> list[dict[str, str]]:
        return [
            {"locality": relation.locality.key, "relation": relation.kind, "is_confirmed": relation.is_confirmed}
            for relation in party.relations
        ]

    def get_position(self, party) -> dict[str, str]:
        return translations(party.row, "position")


class MilestoneSerializer(serializers.ModelSerializer):
    note = TranslatedField()

    class Meta:
        model = Milestone
        fields = ["kind", "on", "entry_method", "ends_on", "added_years", "note"]


class StatusPeriodSerializer(serializers.ModelSerializer):
    """A status with its first and last day; null where it has always been, or will be as far as is known."""

    since = serializers.SerializerMethodField()
    until = serializers.SerializerMethodField()

    class Meta:
        model = StatusPeriod
        fields = ["status", "since", "until", "rests_on"]
        extra_kwargs = {"rests_on": {"help_text": "The partial date that brought it; empty if none did."}}

    def get_since(self, period) -> dt.date | None:
        return None if period.since == FIRST_DAY else period.since

    def get_until(self, period) -> dt.date | None:
        return None if period.until == LAST_DAY else period.until


class AgreementSerializer(EvidencedSerializer):
    title = TranslatedField()
    signature_place = TranslatedField()
    summary = TranslatedField()
    status = serializers.SerializerMethodField(
        help_text="The status on the date; see the page on how status is decided."
    )
    signed_on_inference = serializers.SerializerMethodField(
        help_text="From what the date of signature was inferred; empty if a report states it."
    )
    parties = serializers.SerializerMethodField()
    partnership = PublicKey()
    conference = PublicKey()
    earlier_agreement = PublicKey()
    themes = PublicKeys()
    milestones = MilestoneSerializer(many=True)
    status_periods = StatusPeriodSerializer(many=True)

    class Meta:
        model = Agreement
        fields = [
            *COMMON_FIELDS,
            "title",
            "kind",
            "status",
            "parties",
            "partnership",
            "signed_on",
            "signed_on_inference",
            "is_signed_undated",
            "signature_place",
            "conference",
            "summary",
            "themes",
            "term_rule",
            "term_years",
            "ends_on",
            "notice_months",
            "earlier_agreement",
            "relation_type",
            "milestones",
            "status_periods",
            "evidence",
        ]

    @extend_schema_field({"type": "string", "enum": AgreementStatus.values})
    def get_status(self, agreement):
        return agreement.period_on(self.context["day"]).status

    def get_signed_on_inference(self, agreement) -> str:
        return infer_signing_date(agreement, self.context["evidence"][agreement.key])

    def get_parties(self, agreement) -> PartySerializer(many=True):
        lineage, day = self.context["lineage"], self.context["day"]
        parties = [PartyOnDate(row, lineage, day) for row in agreement.parties.all()]
        return PartySerializer(parties, many=True).data


class AgreementViewSet(EvidencedViewSet):
    """Agreements with their parties as signed and now."""

    model = Agreement
    serializer_class = AgreementSerializer
    filterset_class = AgreementFilter

    def get_prefetch_lookups(self):
        return [
            *card_relations(self.as_of.cutoff),
            "partnership",
            "conference",
            "earlier_agreement",
            "themes",
            "milestones",
        ]

    def get_queryset(self):
        return super().get_queryset().newest_first()

    def get_serializer_context(self):
        return super().get_serializer_context() | {"lineage": Lineage(self.as_of.cutoff), "day": self.as_of.day}


class PartnershipSerializer(EvidencedSerializer):
    description = TranslatedField()
    parties = PublicKeys()
    agreements = PublicKeys()

    class Meta:
        model = Partnership
        fields = [*COMMON_FIELDS, "parties", "since", "kind", "description", "agreements", "evidence"]


class PartnershipViewSet(EvidencedViewSet):
    """The lasting ties between localities."""

    model = Partnership
    serializer_class = PartnershipSerializer
    filterset_class = PartnershipFilter
    prefetch_lookups = ["parties", "agreements"]

    def get_queryset(self):
        return super().get_queryset().order_by("key")
