from rest_framework import serializers

from cooperation.core.api import BASICS, RecordSerializer, RecordViewSet, TranslatedField
from cooperation.core.remembering import Shelf

from .evidence import evidence_of
from .filters import NewsFilter
from .models import Claim, NewsItem
from .subjects import not_to_be_named


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
            "passage",
            "decision",
        ]


class EvidenceSerializer(serializers.Serializer):
    """Who says what of a record, and the questions on which reports differ."""

    claims = ClaimSerializer(many=True)
    differ = serializers.ListField(child=serializers.CharField(), source="disputed")


TOLD = Shelf()


class EvidencedSerializer(RecordSerializer):
    evidence = serializers.SerializerMethodField()

    def get_evidence(self, record) -> EvidenceSerializer:
        held, key = TOLD.here(), (record.record_kind(), record.key)
        if key not in held:
            held[key] = EvidenceSerializer(self.context["evidence"][record.key], context=self.context).data
        return held[key]


class EvidencedViewSet(RecordViewSet):
    """Records with their evidence, fetched for a whole page at once."""

    evidence = {}

    def paginate_queryset(self, queryset):
        page = super().paginate_queryset(queryset)
        self.evidence = evidence_of(self.model.record_kind(), [record.key for record in page])
        return page

    def get_object(self):
        record = super().get_object()
        self.evidence = evidence_of(self.model.record_kind(), [record.key])
        return record

    def get_serializer_context(self):
        return super().get_serializer_context() | {"evidence": self.evidence}


class NewsItemSerializer(RecordSerializer):
    title = TranslatedField()
    summary = TranslatedField()
    body = TranslatedField()
    claims = serializers.SerializerMethodField()

    class Meta:
        model = NewsItem
        fields = [
            *BASICS,
            "title",
            "summary",
            "body",
            "appeared_on",
            "appeared_at",
            "publisher",
            "original_language",
            "original_title",
            "address",
            "author",
            "claims",
        ]

    def get_claims(self, item) -> ClaimSerializer(many=True):
        hidden = self.context["hidden"]
        shown = [
            claim
            for claim in item.claims.all()
            if claim.is_public and (claim.subject_kind, claim.subject_key) not in hidden
        ]
        return ClaimSerializer(shown, many=True, context=self.context).data


class NewsItemViewSet(RecordViewSet):
    """News items with the claims that they make."""

    model = NewsItem
    serializer_class = NewsItemSerializer
    filterset_class = NewsFilter

    def get_queryset(self):
        return super().get_queryset().prefetch_related("claims__news_item").newest_first()

    def get_serializer(self, items, **options):
        """With the drafts that claims of these items name: their keys are nobody's business yet."""
        listed = items if options.get("many") else [items]
        hidden = not_to_be_named(claim for item in listed for claim in item.claims.all())
        context = self.get_serializer_context() | {"hidden": hidden}
        return self.serializer_class(items, context=context, **options)
