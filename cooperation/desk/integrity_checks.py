"""Integrity rules across tables, which no database constraint can enforce."""

from collections import defaultdict
from itertools import combinations

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import TextField
from django.db.models.functions import Cast

from cooperation.agreements.models import Agreement
from cooperation.agreements.status import REASON_RELATIONS
from cooperation.agreements.status_periods import build_status_periods, get_values
from cooperation.core.changes import record_models
from cooperation.core.fields import WebAddressField, is_web_url
from cooperation.core.partial_dates import PartialDateField, agree, first_day, last_day, validate_partial_date
from cooperation.core.parts import Part
from cooperation.core.records import Record
from cooperation.news.facts import fact_of, validate_value
from cooperation.news.models import Claim
from cooperation.news.subjects import get_record_model
from localities.lineage import Lineage
from localities.models import LocalityCode, Succession

from .signing_checks import check_signings


def find_problems():
    """Yield one line for each violation of a rule."""
    for rule in [
        check_dates,
        check_web_urls,
        check_claims,
        check_locality_codes,
        check_successions,
        check_earlier_agreements,
        check_status_periods,
        check_published_records,
        check_signings,
    ]:
        yield from rule()


def check_dates():
    for model in apps.get_models():
        fields = [field.name for field in model._meta.fields if isinstance(field, PartialDateField)]
        if not fields or not issubclass(model, Record | Part):
            continue
        for row in model._base_manager.only("pk", *fields).iterator():
            for name in fields:
                yield from check_date(row, name)


def check_date(row, name):
    value = getattr(row, name)
    try:
        if value:
            validate_partial_date(value)
    except ValidationError as error:
        yield f"{row._meta.model_name} {row.pk}, {name}: {error.messages[0]}"


def check_web_urls():
    """Stored addresses lead to the web; what does not is shown nowhere."""
    for model in apps.get_models():
        for field in model._meta.fields:
            if isinstance(field, WebAddressField):
                stored = model._base_manager.annotate(stored=Cast(field.name, TextField())).exclude(stored="")
                for row in stored.iterator():
                    if not is_web_url(row.stored):
                        yield f"{model._meta.model_name} {row}, {field.name}: “{row.stored}” is no web address"


def check_claims():
    """Claims state a known fact of an existing record, with a value of the right type."""
    keys = {}
    for claim in Claim.objects.select_related("news_item").iterator():
        where = f"claim {claim.order} of {claim.news_item.key}"
        fact = fact_of(claim)
        if fact is None:
            yield f"{where}: there is no fact “{claim.fact}” of “{claim.subject_kind or 'the cooperation'}”"
            continue
        if claim.subject_kind:
            model = get_record_model(claim.subject_kind)
            known_keys = keys.setdefault(model, set(model.objects.values_list("key", flat=True)))
            if claim.subject_key not in known_keys:
                yield f"{where}: there is no {claim.subject_kind} “{claim.subject_key}”"
        try:
            validate_value(claim.value, fact.value_type)
        except ValidationError:
            yield f"{where}: “{claim.value}” is not a valid {fact.value_type}"


def check_locality_codes():
    """A code belongs to one locality at a time."""
    codes_by_value = defaultdict(list)
    for code in LocalityCode.objects.select_related("locality"):
        codes_by_value[code.scheme, code.value].append(code)
    for (scheme, value), codes in codes_by_value.items():
        for one, other in combinations(codes, 2):
            if do_overlap(one, other):
                keys = f"{one.locality.key}, {other.locality.key}"
                yield f"{scheme} {value} is assigned to two localities at the same time: {keys}"


def do_overlap(one, other):
    def begins_after(later, earlier):
        return later.since and earlier.until and first_day(later.since) > last_day(earlier.until)

    return not begins_after(one, other) and not begins_after(other, one)


def check_successions():
    """Successions make no cycle, and their dates agree with those of the localities."""
    lineage = Lineage()
    for row in Succession.objects.select_related("predecessor", "successor"):
        name = f"succession {row.predecessor.key} → {row.successor.key}"
        if row.predecessor_id in {later.successor_id for later in lineage.successions_from(row.successor_id)}:
            yield f"{name} creates a cycle"
        if row.predecessor.until and last_day(row.predecessor.until) >= last_day(row.effective_on):
            yield f"{name}: takes effect before the last day of the predecessor, {row.predecessor.until}"
        if (
            row.successor.since
            and not agree(row.successor.since, row.effective_on)
            and row.successor.since > row.effective_on
        ):
            yield f"{name}: takes effect before the successor begins, {row.successor.since}"


def check_earlier_agreements():
    """References to earlier agreements make no cycle."""
    earlier_ids = dict(Agreement.objects.exclude(earlier_agreement=None).values_list("pk", "earlier_agreement"))
    for start in earlier_ids:
        current, steps = earlier_ids.get(start), 0
        while current and current != start and steps <= len(earlier_ids):
            current, steps = earlier_ids.get(current), steps + 1
        if current == start:
            yield f"agreement {Agreement.objects.get(pk=start).key} refers to itself through a chain of agreements"


def check_status_periods():
    """The stored statuses are those that the rules give."""
    for agreement in Agreement.objects.prefetch_related(*REASON_RELATIONS, "status_periods").iterator(chunk_size=500):
        stored = list(map(get_values, agreement.status_periods.all()))
        if stored != list(map(get_values, build_status_periods(agreement))):
            yield f"agreement {agreement.key}: its stored statuses differ; run manage.py rebuild_status_periods"


def check_published_records():
    for model in record_models():
        for record in model.objects.public():
            for blocker in record.publication_blockers():
                yield f"{record.record_kind()} {record.key} is public. {blocker}"
