"""Choices for localities: administrative levels, kinds of names, codes and successions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .countries import FRANCE, VIET_NAM


class AdministrativeLevel(models.TextChoices):
    VN_PROVINCE = "vn_province", _("province")
    VN_CITY = "vn_city", _("centrally run city")
    VN_PROVINCIAL_CITY = "vn_provincial_city", _("provincial city")
    VN_URBAN_DISTRICT = "vn_urban_district", _("urban district")
    VN_RURAL_DISTRICT = "vn_rural_district", _("rural district")
    VN_DISTRICT_TOWN = "vn_district_town", _("district-level town (thị xã)")
    VN_MUNICIPAL_CITY = "vn_municipal_city", _("city within a centrally run city")
    VN_COMMUNE = "vn_commune", pgettext_lazy("Viet Nam", "commune")
    VN_WARD = "vn_ward", _("ward (phường)")
    VN_TOWNSHIP = "vn_township", _("township (thị trấn)")
    VN_SPECIAL_ZONE = "vn_special_zone", _("special zone (đặc khu)")
    FR_REGION = "fr_region", _("region")
    FR_DEPARTEMENT = "fr_departement", _("department (département)")
    FR_EPCI = "fr_epci", _("intermunicipal authority (EPCI)")
    FR_COMMUNE = "fr_commune", pgettext_lazy("France", "commune")
    FR_METROPOLITAN_COLLECTIVITY = "fr_metropolitan_collectivity", _("metropolitan authority with special status")
    STATE_LEVEL = "state_level", _("federal state or equivalent")
    REGIONAL = "regional", _("regional authority (another country)")
    LOCAL = "local", _("local authority (another country)")

    def country(self):
        """The country to which this level belongs; empty for the levels of all other countries."""
        return {"vn_": VIET_NAM, "fr_": FRANCE}.get(self.value[:3], "")


class EpciKind(models.TextChoices):
    METROPOLE = "metropole", _("métropole")
    COMMUNAUTE_URBAINE = "communaute_urbaine", _("communauté urbaine")
    COMMUNAUTE_AGGLOMERATION = "communaute_agglomeration", _("communauté d’agglomération")
    COMMUNAUTE_COMMUNES = "communaute_communes", _("communauté de communes")


class Existence(models.TextChoices):
    """Whether a locality exists on a date."""

    NOT_YET = "not_yet", _("not yet established")
    CURRENT = "current", _("current")
    FORMER = "former", _("former")


class NameKind(models.TextChoices):
    OFFICIAL = "official", _("official name")
    SHORT = "short", _("short name")
    FORMER = "former", _("former name")
    EXONYM = "exonym", _("exonym (name in another language)")


class CodeScheme(models.TextChoices):
    INSEE_COMMUNE = "insee_commune", _("INSEE commune code")
    INSEE_DEPARTEMENT = "insee_departement", _("INSEE département code")
    INSEE_REGION = "insee_region", _("INSEE region code")
    SIREN = "siren", _("SIREN number")
    GSO = "gso", _("Vietnamese administrative division code")
    ISO_3166_2 = "iso_3166_2", "ISO 3166-2"
    WIKIDATA = "wikidata", "Wikidata"


class PartyRelation(models.TextChoices):
    """What a locality is, on a date, to a party of an agreement as it was signed."""

    SAME = "same", _("the same locality")
    SUCCEEDED = "succeeded", _("successor")
    RESPONSIBLE = "responsible", _("responsible by law")
    TERRITORY = "territory", _("territory only")
    NOT_KNOWN = "not_known", _("not known")


class SuccessionKind(models.TextChoices):
    MERGER = "merger", _("merger")
    SPLIT = "split", _("split")
    RENAMING = "renaming", _("renaming")
    CHANGE_OF_STATUS = "change_of_status", _("change of status")
