from rest_framework import serializers

from cooperation.core.api import COMMON_FIELDS, PublicKey, TranslatedField
from cooperation.news.api import EvidencedSerializer, EvidencedViewSet

from .choices import AdministrativeLevel
from .filters import LocalityFilter
from .lineage import filter_public_successions
from .models import AgreementSuccession, Locality, LocalityCode, LocalityLevel, LocalityName, Succession


class LocalityNameSerializer(serializers.ModelSerializer):
    class Meta:
        model = LocalityName
        fields = ["text", "language", "kind", "since", "until"]


class LocalityCodeSerializer(serializers.ModelSerializer):
    class Meta:
        model = LocalityCode
        fields = ["scheme", "value", "since", "until"]


class LocalityLevelSerializer(serializers.ModelSerializer):
    legal_act = TranslatedField()

    class Meta:
        model = LocalityLevel
        fields = ["administrative_level", "since", "until", "legal_act"]


class PublicRows(serializers.ListSerializer):
    """Successions between two localities that are both public: the act of another would tell of a hidden one."""

    def to_representation(self, data):
        return super().to_representation(filter_public_successions(data.all()))


class SuccessionSerializer(serializers.ModelSerializer):
    predecessor = PublicKey()
    successor = PublicKey()
    legal_act = TranslatedField()

    class Meta:
        model = Succession
        list_serializer_class = PublicRows
        fields = ["predecessor", "successor", "kind", "effective_on", "legal_act"]


class AgreementSuccessionSerializer(serializers.ModelSerializer):
    """Who answers by law for what a former locality had signed."""

    predecessor = PublicKey()
    successor = PublicKey()
    legal_act = TranslatedField()
    note = TranslatedField()

    class Meta:
        model = AgreementSuccession
        list_serializer_class = PublicRows
        fields = ["predecessor", "successor", "effective_on", "legal_act", "is_confirmed", "note"]


class LocalitySerializer(EvidencedSerializer):
    name = TranslatedField()
    administrative_level = serializers.ChoiceField(AdministrativeLevel.choices, source="level.value", read_only=True)
    description = TranslatedField()
    parent = PublicKey()
    names = LocalityNameSerializer(many=True)
    codes = LocalityCodeSerializer(many=True)
    levels = LocalityLevelSerializer(many=True)
    predecessors = SuccessionSerializer(many=True, source="predecessions")
    successors = SuccessionSerializer(many=True, source="successions")
    responsible_for = AgreementSuccessionSerializer(many=True, source="agreement_predecessions")
    responsible = AgreementSuccessionSerializer(many=True, source="agreement_successions")

    class Meta:
        model = Locality
        fields = [
            *COMMON_FIELDS,
            "name",
            "country",
            "administrative_level",
            "epci_kind",
            "parent",
            "since",
            "until",
            "description",
            "website",
            "latitude",
            "longitude",
            "population",
            "population_year",
            "names",
            "codes",
            "levels",
            "predecessors",
            "successors",
            "responsible_for",
            "responsible",
            "evidence",
        ]


class LocalityViewSet(EvidencedViewSet):
    """Localities with their names, codes and levels through time, and what became of them."""

    model = Locality
    serializer_class = LocalitySerializer
    filterset_class = LocalityFilter

    prefetch_lookups = [
        "parent",
        "names",
        "codes",
        "levels",
        "predecessions__predecessor",
        "predecessions__successor",
        "successions__predecessor",
        "successions__successor",
        "agreement_predecessions__predecessor",
        "agreement_predecessions__successor",
        "agreement_successions__predecessor",
        "agreement_successions__successor",
    ]

    def get_queryset(self):
        return super().get_queryset().order_by("key")
