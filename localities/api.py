from rest_framework import serializers

from cooperation.core.api import BASICS, PublicKey, TranslatedField
from cooperation.news.api import EvidencedSerializer, EvidencedViewSet

from .filters import LocalityFilter
from .models import Locality, LocalityCode, LocalityName, LocalityTier, Succession


class LocalityNameSerializer(serializers.ModelSerializer):
    class Meta:
        model = LocalityName
        fields = ["text", "language", "kind", "since", "until"]


class LocalityCodeSerializer(serializers.ModelSerializer):
    class Meta:
        model = LocalityCode
        fields = ["scheme", "value", "since", "until"]


class LocalityTierSerializer(serializers.ModelSerializer):
    class Meta:
        model = LocalityTier
        fields = ["tier", "since", "until", "legal_act"]


class SuccessionSerializer(serializers.ModelSerializer):
    predecessor = PublicKey()
    successor = PublicKey()

    class Meta:
        model = Succession
        fields = ["predecessor", "successor", "kind", "effective_on", "legal_act"]


class LocalitySerializer(EvidencedSerializer):
    name = TranslatedField()
    presentation = TranslatedField()
    parent = PublicKey()
    names = LocalityNameSerializer(many=True)
    codes = LocalityCodeSerializer(many=True)
    tiers = LocalityTierSerializer(many=True)
    predecessors = SuccessionSerializer(many=True, source="predecessions")
    successors = SuccessionSerializer(many=True, source="successions")

    class Meta:
        model = Locality
        fields = [
            *BASICS,
            "name",
            "country",
            "tier",
            "epci_kind",
            "parent",
            "since",
            "until",
            "presentation",
            "website",
            "latitude",
            "longitude",
            "population",
            "population_year",
            "names",
            "codes",
            "tiers",
            "predecessors",
            "successors",
            "evidence",
        ]


class LocalityViewSet(EvidencedViewSet):
    """Localities with their names, codes and levels through time, and what became of them."""

    model = Locality
    serializer_class = LocalitySerializer
    filterset_class = LocalityFilter

    parts = [
        "parent",
        "names",
        "codes",
        "tiers",
        "predecessions__predecessor",
        "predecessions__successor",
        "successions__predecessor",
        "successions__successor",
    ]

    def get_queryset(self):
        return super().get_queryset().order_by("key")
