"""Draft records from the proposals that staff accepted, with the localities that they need."""

from collections.abc import Callable

from django.db.models import Model
from django.utils.translation import override

from cooperation.agreements.choices import AgreementKind, PartnershipKind, TermRule
from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.agreements.titles import build_agreement_title
from cooperation.core.editing.saving import unique_key
from cooperation.core.folding import slug
from cooperation.core.languages import FRENCH, LANGUAGE_CODES, VIETNAMESE, current_language
from cooperation.core.localized_text import column, translated_fields, translations
from cooperation.kinds import get_kind
from cooperation.library.organisations import get_or_create_organisation
from cooperation.news.facts import FACTS, KEY
from events.models import Conference
from events.titles import build_conference_title
from localities.countries import VIET_NAM
from localities.models import Locality

from .proposals import Proposals
from .subjects import Subject


def save_valid(row: Model) -> None:
    row.full_clean()
    row.save()


def in_each_language(build_title: Callable[[], str]) -> dict[str, str]:
    """{column: title of a new record} for each language."""
    titles = {}
    for code in LANGUAGE_CODES:
        with override(code):
            titles[column("title", code)] = build_title()
    return titles


def order_parties(parties: list[str], proposals: Proposals) -> list[str]:
    """The names of the parties, those of the reader's own country first."""
    own = "fr-" if current_language() == FRENCH else "vn-"
    return [proposals.get_name(party) for party in sorted(parties, key=lambda party: not party.startswith(own))]


def get_accepted_parties(subject: Subject, accepted: dict) -> list[str]:
    return [accepted[value.name] for value in subject.values if value.fact == "parties" and value.name in accepted]


def get_or_create_locality(key: str, proposals: Proposals) -> Locality | None:
    """The locality of the register, else a draft from the official tables; None if neither has this key."""
    locality = Locality.objects.filter(key=key).first()
    unit = proposals.gazetteer.units.get(key)
    if locality or unit is None:
        return locality
    language = VIETNAMESE if unit.country == VIET_NAM else FRENCH
    return Locality.objects.create(
        key=key,
        country=unit.country,
        administrative_level=unit.level,
        epci_kind=unit.kind,
        since=unit.since,
        until=unit.until,
        **{column("name", language): unit.names[0]},
    )


def build_fields(subject: Subject, accepted: dict, proposals: Proposals) -> dict:
    """{field or column: value} for each accepted fact that is a field of the model; facts with many values are not."""
    model, fields = get_kind(subject.kind).model, {}
    names = {field.name for field in model._meta.fields}
    for name, fact in FACTS[subject.kind].items():
        values = [value for value in subject.values if value.fact == name and value.name in accepted]
        if not values or fact.many or name not in names:
            continue
        text, related = accepted[values[0].name], model._meta.get_field(name).related_model
        if related is Locality:
            fields[name] = get_or_create_locality(text, proposals)
        elif related:
            fields[name] = related.objects.filter(key=text).first()
        elif name not in translated_fields(model):
            fields[name] = text
        elif fact.value_type == KEY:
            fields |= get_names(text, name, proposals)
        else:
            fields |= {column(name, value.language): accepted[value.name] for value in values}
    return fields


def get_names(key: str, field: str, proposals: Proposals) -> dict[str, str]:
    """{column: name of the locality}; in one language only if it is in the official tables alone."""
    locality = get_or_create_locality(key, proposals)
    return {column(field, code): text for code, text in translations(locality, "name").items()} if locality else {}


def draft_conference(subject: Subject, accepted: dict, proposals: Proposals) -> Conference:
    conference = Conference(
        key=subject.key,
        number=int(subject.key),
        **in_each_language(lambda: build_conference_title(int(subject.key))),
        **build_fields(subject, accepted, proposals),
    )
    save_valid(conference)
    return conference


def draft_agreement(subject: Subject, accepted: dict, proposals: Proposals) -> Agreement:
    parties, fields = get_accepted_parties(subject, accepted), build_fields(subject, accepted, proposals)
    fields = {"kind": AgreementKind.COOPERATION_AGREEMENT, "signed_on": ""} | fields
    kind, year = fields["kind"], fields["signed_on"][:4]
    agreement = Agreement(
        key=unique_key(Agreement, slug(f"{proposals.join_party_names(parties)} {fields['signed_on']}")),
        **in_each_language(lambda: build_agreement_title(kind, order_parties(parties, proposals), year)),
        **fields,
        term_rule=TermRule.FIXED_END if fields.get("ends_on") else TermRule.UNKNOWN,
    )
    save_valid(agreement)
    for order, party in enumerate(parties, start=1):
        locality = get_or_create_locality(party, proposals)
        organisation = None if locality else get_or_create_organisation(party)
        save_valid(AgreementParty(agreement=agreement, order=order, locality=locality, organisation=organisation))
    return agreement


def draft_partnership(subject: Subject, accepted: dict, proposals: Proposals) -> Partnership:
    parties = get_accepted_parties(subject, accepted)
    partnership = Partnership(
        key=unique_key(Partnership, slug(proposals.join_party_names(parties))),
        **{"kind": PartnershipKind.COOPERATION} | build_fields(subject, accepted, proposals),
    )
    save_valid(partnership)
    partnership.parties.set(filter(None, (get_or_create_locality(party, proposals) for party in parties)))
    return partnership


DRAFTS = {"conference": draft_conference, "agreement": draft_agreement, "partnership": draft_partnership}
