from django.db.models import Prefetch
from rest_framework import serializers

from cooperation.core.api import COMMON_FIELDS, RecordSerializer, RecordViewSet, TranslatedField
from cooperation.library.api import OrganisationSerializer

from .evidence import get_evidence_by_key
from .facts import is_readable
from .filters import NewsFilter
from .models import Claim, NewsItem
from .subjects import unpublished_subjects


class ClaimSerializer(serializers.ModelSerializer):
    """One fact as one report states it."""

    source = serializers.SlugRelatedField("key", source="news_item", read_only=True, help_text="Key of the news item.")
    passage = TranslatedField(help_text="The sentence of our account that says so.")

    class Meta:
        model = Claim
        fields = [
            "source",
            "subject_kind",
            "subject_key",
            "fact",
            "value",
            "value_language",
            "as_of",
            "comparator",
            "nature",
            "inference",
            "passage",
            "decision",
        ]


class EvidenceSerializer(serializers.Serializer):
    """Who says what of a record, and the questions on which reports differ."""

    claims = ClaimSerializer(many=True)
    independent_sources = serializers.IntegerField(
        source="count_independent", help_text="Reports that print the text of one agency count as one."
    )
    differ = serializers.ListField(child=serializers.CharField(), source="get_disputed_questions")


class EvidencedSerializer(RecordSerializer):
    evidence = serializers.SerializerMethodField()

    def get_evidence(self, record) -> EvidenceSerializer:
        return EvidenceSerializer(self.context["evidence"][record.key], context=self.context).data


class EvidencedViewSet(RecordViewSet):
    """Records with their evidence, fetched for a whole page at once."""

    evidence = {}

    def prefetch_related_rows(self, records):
        new = super().prefetch_related_rows(records)
        self.evidence = get_evidence_by_key(self.model.record_kind(), [record.key for record in new])
        return new

    def get_serializer_context(self):
        return super().get_serializer_context() | {"evidence": self.evidence}


class NewsItemSerializer(RecordSerializer):
    publisher = OrganisationSerializer()
    agency = OrganisationSerializer()
    title = TranslatedField()
    summary = TranslatedField()
    body = TranslatedField()
    claims = serializers.SerializerMethodField()

    class Meta:
        model = NewsItem
        fields = [
            *COMMON_FIELDS,
            "title",
            "summary",
            "body",
            "appeared_on",
            "appeared_at",
            "publisher",
            "agency",
            "original_language",
            "original_title",
            "original_url",
            "author",
            "claims",
        ]

    def get_claims(self, item) -> ClaimSerializer(many=True):
        hidden = self.context["hidden"]
        claims = [
            claim
            for claim in item.claims.all()
            if is_readable(claim) and (claim.subject_kind, claim.subject_key) not in hidden
        ]
        return ClaimSerializer(claims, many=True, context=self.context).data


class NewsItemViewSet(RecordViewSet):
    """News items with the claims that they make."""

    model = NewsItem
    serializer_class = NewsItemSerializer
    filterset_class = NewsFilter

    hidden = frozenset()

    def get_prefetch_lookups(self):
        return [Prefetch("claims", Claim.objects.public().select_related("news_item"))]

    def get_queryset(self):
        return super().get_queryset().newest_first()

    def prefetch_related_rows(self, records):
        """Also fetch unpublished subjects, so that their claims can be omitted from the response."""
        new = super().prefetch_related_rows(records)
        self.hidden = unpublished_subjects(claim for item in new for claim in item.claims.all())
        return new

    def get_serializer_context(self):
        return super().get_serializer_context() | {"hidden": self.hidden}
