"""What staff accepted becomes drafts, claims and a news item, in one transaction. Nothing else is changed."""

from django.db import transaction
from django.utils.translation import override

from cooperation.agreements.choices import AgreementKind, PartnershipKind
from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.core.admin import unique_key
from cooperation.core.folding import slug
from cooperation.core.languages import LANGUAGE_CODES
from cooperation.core.localized_text import column
from cooperation.news.models import Claim, Decision, NewsItem
from events.models import Conference
from localities.models import Locality


@transaction.atomic
def accept(imported_article, proposals, accepted):
    """`accepted` holds the names of ticked subjects, and of ticked values with what staff made of each.

    Returns the news item, and the drafts that were made. Raises ValidationError where a draft would break a rule of
    its model; then nothing is written.
    """
    item = news_item(imported_article)
    drafts, order = [], 0
    for subject in proposals.subjects:
        if not subject.record and subject.can_be_drafted:
            if subject.name not in accepted:
                continue
            draft = DRAFTS[subject.kind](subject, accepted, proposals)
            subject.record, subject.key = draft, draft.key
            drafts.append(draft)
        for value in subject.values:
            if value.name in accepted:
                order += 1
                claim(item, order, subject, value, accepted[value.name])
    imported_article.news_key = item.key
    imported_article.save(update_fields=["news_key"])
    return item, drafts


def news_item(imported_article):
    """The article as a draft. Its headline stands as the original's; our own words are for staff to write."""
    key = unique_key(
        NewsItem,
        slug(
            "-".join(
                filter(None, [imported_article.title[:60] or imported_article.publisher, imported_article.appeared_on])
            )
        ),
    )
    return NewsItem.objects.create(
        key=key,
        publisher=imported_article.publisher,
        author=imported_article.author,
        appeared_on=imported_article.appeared_on,
        original_language=imported_article.language,
        original_title=imported_article.title,
        original_url=imported_article.url,
        **{column("title", imported_article.language): imported_article.title},
    )


def claim(item, order, subject, value, words):
    agrees = value.match == "agrees" and words == value.value
    Claim.objects.create(
        news_item=item,
        order=order,
        subject_kind=subject.kind,
        subject_key=subject.key,
        fact=value.fact,
        value=words,
        value_language=value.language,
        as_of=item.appeared_on if not subject.kind else "",
        decision=Decision.ACCEPTED if agrees else Decision.REPORTED,
    )


def written(row):
    """Saved, if it keeps the rules of its model."""
    row.full_clean()
    row.save()
    return row


def titles(subject, accepted, proposals):
    """What a new record is called, in each language: after its parties as staff have left them."""
    found = {}
    for code in LANGUAGE_CODES:
        with override(code):
            found[column("title", code)] = proposals.title_of(subject, parties_told(subject, accepted))
    return found


def told(subject, accepted, fact, default=""):
    """The first accepted value of a fact of a new record."""
    return next(
        (accepted[each.name] for each in subject.values if each.fact == fact and each.name in accepted), default
    )


def parties_told(subject, accepted):
    """The accepted parties of a new tie, as staff have left them."""
    return [accepted[each.name] for each in subject.values if each.fact == "parties" and each.name in accepted]


def locality_of(key, proposals):
    """The locality of a party: the register's own, else a draft from the official tables, else none."""
    found = Locality.objects.filter(key=key).first()
    unit = proposals.gazetteer.units.get(key)
    if found or unit is None:
        return found
    home = "vi" if unit.country == "VN" else "fr"
    return Locality.objects.create(
        key=key,
        country=unit.country,
        administrative_level=unit.level,
        epci_kind=unit.kind,
        since=unit.since,
        until=unit.until,
        **{column("name", home): unit.names[0]},
    )


def draft_conference(subject, accepted, proposals):
    dates = {name: told(subject, accepted, name) for name in ["starts_on", "ends_on"]}
    place = told(subject, accepted, "place")
    conference_themes = {
        column("conference_theme", each.language): accepted[each.name]
        for each in subject.values
        if each.fact == "conference_theme" and each.name in accepted
    }
    conference = Conference(
        key=subject.key,
        number=int(subject.key),
        **titles(subject, accepted, proposals),
        place=locality_of(place, proposals) if place else None,
        country=told(subject, accepted, "country"),
        **dates,
        **conference_themes,
    )
    return written(conference)


def draft_agreement(subject, accepted, proposals):
    signed, ends = told(subject, accepted, "signed_on"), told(subject, accepted, "ends_on")
    agreement = Agreement(
        key=unique_key(Agreement, slug(f"{proposals.tie(parties_told(subject, accepted))} {signed}")),
        **titles(subject, accepted, proposals),
        kind=told(subject, accepted, "kind", AgreementKind.COOPERATION_AGREEMENT),
        signed_on=signed,
        ends_on=ends,
        term_rule="fixed_end" if ends else "unknown",
        conference=Conference.objects.filter(key=told(subject, accepted, "conference")).first(),
    )
    written(agreement)
    for order, party in enumerate(parties_told(subject, accepted), start=1):
        locality = locality_of(party, proposals)
        organisation = "" if locality else party
        written(AgreementParty(agreement=agreement, order=order, locality=locality, organisation=organisation))
    return agreement


def draft_partnership(subject, accepted, proposals):
    partnership = Partnership.objects.create(
        key=unique_key(Partnership, slug(proposals.tie(parties_told(subject, accepted)))),
        since=told(subject, accepted, "since"),
        kind=told(subject, accepted, "kind", PartnershipKind.COOPERATION),
    )
    parties = [locality_of(party, proposals) for party in parties_told(subject, accepted)]
    partnership.parties.set([party for party in parties if party])
    return partnership


DRAFTS = {"conference": draft_conference, "agreement": draft_agreement, "partnership": draft_partnership}
