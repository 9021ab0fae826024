"""What must hold over the whole archive and no constraint of one table can keep."""

from collections import defaultdict
from itertools import combinations

from django.apps import apps
from django.core.exceptions import ValidationError

from cooperation.agreements.models import Agreement
from cooperation.core.changes import record_models
from cooperation.core.partial_dates import PartialDateField, agree, first_day, last_day, validate_partial_date
from cooperation.core.records import Part, Record
from cooperation.news.facts import DATE, NUMBER, fact_of
from cooperation.news.models import Claim
from cooperation.news.subjects import get_record_model
from localities.lineage import Lineage
from localities.models import LocalityCode, Succession


def problems():
    """One line for each rule that a row breaks."""
    for rule in [
        dates_are_real,
        claims_lead_somewhere,
        codes_mean_one_unit_a_day,
        successions_run_forward,
        agreements_follow_no_circle,
        published_records_may_be_public,
    ]:
        yield from rule()


def dates_are_real():
    for model in apps.get_models():
        fields = [field.name for field in model._meta.fields if isinstance(field, PartialDateField)]
        if not fields or not issubclass(model, Record | Part):
            continue
        for row in model._base_manager.only("pk", *fields).iterator():
            for name in fields:
                yield from wrong_date(row, name)


def wrong_date(row, name):
    value = getattr(row, name)
    try:
        if value:
            validate_partial_date(value)
    except ValidationError as error:
        yield f"{row._meta.model_name} {row.pk}, {name}: {error.messages[0]}"


def claims_lead_somewhere():
    keys = {}
    for claim in Claim.objects.select_related("news_item").iterator():
        where = f"claim {claim.order} of {claim.news_item.key}"
        fact = fact_of(claim)
        if fact is None:
            yield f"{where}: there is no fact “{claim.fact}” of “{claim.subject_kind or 'the cooperation'}”"
            continue
        if claim.subject_kind:
            model = get_record_model(claim.subject_kind)
            known = keys.setdefault(model, set(model.objects.values_list("key", flat=True)))
            if claim.subject_key not in known:
                yield f"{where}: there is no {claim.subject_kind} “{claim.subject_key}”"
        if not has_value_type(claim.value, fact.value_type):
            yield f"{where}: “{claim.value}” is no {fact.value_type}"


def has_value_type(value, value_type):
    if value_type == NUMBER:
        return value.isdecimal()
    if value_type == DATE:
        try:
            validate_partial_date(value)
        except ValidationError:
            return False
    return True


def codes_mean_one_unit_a_day():
    rows = defaultdict(list)
    for code in LocalityCode.objects.select_related("locality"):
        rows[code.scheme, code.value].append(code)
    for (scheme, value), codes in rows.items():
        for one, other in combinations(codes, 2):
            if overlap(one, other):
                yield f"{scheme} {value} means two units on one day: {one.locality.key}, {other.locality.key}"


def overlap(one, other):
    def begins_after(later, earlier):
        return later.since and earlier.until and first_day(later.since) > last_day(earlier.until)

    return not begins_after(one, other) and not begins_after(other, one)


def successions_run_forward():
    lineage = Lineage()
    for row in Succession.objects.select_related("predecessor", "successor"):
        name = f"succession {row.predecessor.key} → {row.successor.key}"
        if row.predecessor_id in {step.successor_id for step in lineage.successions_from(row.successor_id)}:
            yield f"{name} closes a circle"
        if row.predecessor.until and last_day(row.predecessor.until) >= last_day(row.effective_on):
            yield f"{name}: takes effect before the predecessor's last day, {row.predecessor.until}"
        if (
            row.successor.since
            and not agree(row.successor.since, row.effective_on)
            and row.successor.since > row.effective_on
        ):
            yield f"{name}: takes effect before the successor begins, {row.successor.since}"


def agreements_follow_no_circle():
    earlier_agreement = dict(Agreement.objects.exclude(earlier_agreement=None).values_list("pk", "earlier_agreement"))
    for start in earlier_agreement:
        here, steps = earlier_agreement.get(start), 0
        while here and here != start and steps <= len(earlier_agreement):
            here, steps = earlier_agreement.get(here), steps + 1
        if here == start:
            yield f"agreement {Agreement.objects.get(pk=start).key} follows itself, over other ones"


def published_records_may_be_public():
    for model in record_models():
        for record in model.objects.public():
            for blocker in record.publication_blockers():
                yield f"{record.record_kind()} {record.key} is public. {blocker}"
