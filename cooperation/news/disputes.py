"""A question that reports answer differently: what the register shows, why, and what each report says."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cooperation.core.date_formatting import date_phrase, format_date_span, format_partial_date
from cooperation.core.localized_text import localized, translated_fields
from cooperation.core.partial_dates import agree, first_day, last_day

from .evidence import group_by_value
from .facts import DATE, FACTS, TEXT, question_label, question_of

MAX_COLUMNS = 10


class SourceValue(NamedTuple):
    """What one report answers: its words, their language, and the days that it names."""

    number: int
    item: object
    text: str
    language: str
    days: list


class Dispute(NamedTuple):
    question: str
    slug: str
    shown: str
    language: str
    reason: str
    columns: list
    shown_days: list
    source_values: list


def disputes(evidence, record, words):
    """The disputes on a record. `words(fact, value)` tells a key or a choice in the reader's language."""
    return [dispute(evidence, record, question, words) for question in evidence.disputed()]


def dispute(evidence, record, question, words):
    kind = evidence.kind
    names = [name for name in FACTS[kind] if question_of(kind, name) == question]
    claims = evidence.stating(*names)
    ours, own_language = shown_by(record, names)
    spans = {source.number: date_span(source.claims) for source in evidence.sources}
    columns = columns_of([*spans.values(), span_of_values(ours)]) if question == "dates" else []
    shown = describe_values(kind, ours, words)
    return Dispute(
        question_label(kind, question),
        question,
        shown,
        own_language,
        reason([claim for claim in claims if claim.value_language in ("", own_language)], ours),
        columns,
        marks(columns, span_of_values(ours)),
        [
            source_value(source, [claim for claim in source.claims if claim.fact in names], words, columns)
            for source in evidence.sources
            if any(claim.fact in names for claim in source.claims)
        ],
    )


def source_value(source, claims, words, columns):
    kind = claims[0].subject_kind
    values = {claim.fact: claim.value for claim in claims}
    text, language = describe_values(kind, values, words), claims[0].value_language
    return SourceValue(source.number, source.item, text, language, marks(columns, date_span(claims)))


def shown_by(record, names):
    """({fact: what the record says}, the language of its text: wordings differ within one language only)."""
    values, language = {}, ""
    for name in names:
        if name in translated_fields(type(record)):
            values[name], language = localized(record, name)
        else:
            values[name] = getattr(record, name, "") or ""
    return values, language


def describe_values(kind, values, words):
    """The values of the facts of one question as one phrase."""
    phrases = []
    if values.get("starts_on") or values.get("ends_on"):
        starts, ends = str(values.get("starts_on", "")), str(values.get("ends_on", ""))
        phrases.append(format_date_span(starts, ends) if starts else date_phrase(ends, "until"))
    if values.get("closing_on"):
        phrases.append(_("closing on %(day)s") % {"day": format_partial_date(values["closing_on"])})
    if values.get("days"):
        days = int(values["days"])
        phrases.append(ngettext("%(count)s day", "%(count)s days", days) % {"count": days})
    for name, value in values.items():
        if value and FACTS[kind][name].question != "dates":
            phrases.append(format_partial_date(value) if FACTS[kind][name].value_type == DATE else words(name, value))
    return ", ".join(map(str, phrases))


def reason(claims, ours):
    """Why the register shows what it shows: the widest span, what most reports say, or the secretariat's choice."""
    if spans_all(claims, ours):
        return _("the span that contains all the others")
    stating = [claim for claim in claims if ours.get(claim.fact)]
    agreeing = [claim for claim in stating if agree(claim.value, str(ours[claim.fact]))]
    groups = group_by_value(stating)
    if stating and stating[0].value_language and len(agreeing) == len(stating):
        return _("no report in this language says otherwise")
    if stating and all(len(agreeing) > len(group) for group in groups if group[0] not in agreeing):
        return _("%(count)s of %(total)s reports say so") % {"count": len(agreeing), "total": len(stating)}
    if stating and FACTS[stating[0].subject_kind][stating[0].fact].value_type == TEXT:
        return _("the wording that the secretariat uses")
    return _("the secretariat’s choice")


def spans_all(claims, ours):
    if not ours.get("starts_on") or not ours.get("ends_on"):
        return False
    first, last = first_day(ours["starts_on"]), last_day(ours["ends_on"])
    days = [claim.value for claim in claims if claim.fact in ("starts_on", "ends_on", "closing_on")]
    return all(first <= first_day(day) and last_day(day) <= last for day in days)


def date_span(claims):
    return span_of_values({claim.fact: claim.value for claim in claims})


def span_of_values(values):
    """The whole days that a report names: (first, last, closing), None where it names none."""
    days = {name: values.get(name) for name in ("starts_on", "ends_on", "closing_on")}
    whole = {name: dt.date.fromisoformat(day) for name, day in days.items() if day and len(day) == 10}
    named = sorted(whole.values())
    if not named:
        return None
    return whole.get("starts_on", named[-1]), whole.get("ends_on", named[-1]), whole.get("closing_on")


def columns_of(spans):
    """The days from the first to the last that anybody names; none where they are too many to draw."""
    named = [span for span in spans if span]
    if not named:
        return []
    first, last = min(span[0] for span in named), max(span[1] for span in named)
    count = (last - first).days + 1
    return [first + dt.timedelta(days=n) for n in range(count)] if count <= MAX_COLUMNS else []


def marks(columns, span):
    """For each column: "" (no), "on", or "end" (the closing ceremony)."""
    if not span:
        return ["" for _day in columns]
    first, last, closing = span
    return [("end" if day == closing else "on") if first <= day <= last else "" for day in columns]
