"""Create drafts, claims and a news item from the proposals that staff accepted; no other record is changed."""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from cooperation.core.editing.saving import unique_key
from cooperation.core.folding import slug
from cooperation.core.history import watching_creation
from cooperation.core.localized_text import column
from cooperation.core.records import Record
from cooperation.desk.models import ImportedArticle
from cooperation.library.organisations import OrganisationKind, get_or_create_organisation
from cooperation.news.models import Claim, Decision, NewsItem

from .drafts import DRAFTS
from .matching import MatchResult
from .proposals import Proposals
from .subjects import Subject, Value


@transaction.atomic
def accept(
    imported_article: ImportedArticle, proposals: Proposals, accepted: dict[str, str | bool], user: AbstractBaseUser
) -> tuple[NewsItem, list[Record]]:
    """Return the news item and the drafts that were created.

    `accepted` has the names of ticked subjects, and {name: text} of ticked values, with the corrections of staff.
    Raises ValidationError if a draft is not valid, or if the user may not add what it takes; then nothing is written.
    """
    with watching_creation() as created:
        result = create_all(imported_article, proposals, accepted)
    refuse_without_rights(created, user)
    return result


def refuse_without_rights(created: set[type[Model]], user: AbstractBaseUser) -> None:
    """Raises ValidationError unless this user may add records of each of these models; parts follow their records."""
    records = [model for model in created if not getattr(model, "owner", "")]
    missing = [model for model in records if not user.has_perm(get_add_permission(model))]
    if missing:
        names = ", ".join(sorted(str(model._meta.verbose_name_plural) for model in missing))
        message = _("You do not have the right to add these: %(names)s. Untick them, or ask a colleague.")
        raise ValidationError(message, params={"names": names})


def get_add_permission(model: type[Model]) -> str:
    return f"{model._meta.app_label}.{get_permission_codename('add', model._meta)}"


def create_all(
    imported_article: ImportedArticle, proposals: Proposals, accepted: dict[str, str | bool]
) -> tuple[NewsItem, list[Record]]:
    item = create_news_item(imported_article)
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
                create_claim(item, order, subject, value, accepted[value.name])
    imported_article.news_key = item.key
    imported_article.save(update_fields=["news_key"])
    return item, drafts


def create_news_item(imported_article: ImportedArticle) -> NewsItem:
    """A draft with the headline of the article; staff write the summary and the text."""
    title_and_date = [imported_article.title[:60] or imported_article.publisher, imported_article.appeared_on]
    return NewsItem.objects.create(
        key=unique_key(NewsItem, slug("-".join(filter(None, title_and_date)))),
        publisher=get_or_create_organisation(imported_article.publisher, OrganisationKind.PRESS),
        author=imported_article.author,
        appeared_on=imported_article.appeared_on,
        original_language=imported_article.language,
        original_title=imported_article.title,
        original_url=imported_article.url,
        **{column("title", imported_article.language): imported_article.title},
    )


def create_claim(item: NewsItem, order: int, subject: Subject, value: Value, text: str) -> Claim:
    """`text` is the value as staff corrected it; it is accepted at once only if it agrees with the register."""
    agrees = value.match == MatchResult.AGREES and text == value.value
    return Claim.objects.create(
        news_item=item,
        order=order,
        subject_kind=subject.kind,
        subject_key=subject.key,
        fact=value.fact,
        value=text,
        value_language=value.language,
        **value.qualifiers._asdict(),
        decision=Decision.ACCEPTED if agrees else Decision.REPORTED,
    )
