"""Disputes: questions that reports answer differently, with the value of the register, its reason, and all others."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cooperation.core.date_formatting import date_phrase, format_date_span, format_partial_date
from cooperation.core.localized_text import localized, translated_fields
from cooperation.core.partial_dates import first_day, last_day

from .comparison import agrees_with, choose_wording, group_by_value
from .evidence import get_origin
from .facts import DATE, FACTS, TEXT, question_label, question_of
from .qualifiers import qualify_claim

MAX_COLUMNS = 10
FULL_DATE_LENGTH = len("2023-04-15")


class SourceValue(NamedTuple):
    """The answer of one source: its text, the language of the text, and its marks in the day columns."""

    number: int
    item: object
    text: str
    language: str
    days: list


class Dispute(NamedTuple):
    question: str
    slug: str
    shown: str  # the value of the register
    language: str  # of the value of the register
    reason: str  # why the register shows it
    columns: list  # dates; empty unless the question is about dates
    shown_days: list  # the register's marks, one per column
    source_values: list


def disputes(evidence, record, get_label):
    """The disputes on a record. `get_label(fact, value)` returns the localized label of a key or choice."""
    return [build_dispute(evidence, record, question, get_label) for question in evidence.get_disputed_questions()]


def build_dispute(evidence, record, question, get_label):
    kind = evidence.kind
    names = [name for name in FACTS[kind] if question_of(kind, name) == question]
    claims = evidence.get_claims(*names)
    own_values, own_language = get_own_values(record, names)
    own_span, best_texts = get_span(own_values), get_best_texts(claims)
    spans = [get_claimed_span(source.claims) for source in evidence.sources]
    columns = build_columns([*spans, own_span]) if question == "dates" else []
    return Dispute(
        question_label(kind, question),
        question,
        describe_values(kind, own_values, get_label),
        own_language,
        explain_choice([claim for claim in claims if claim.value_language in ("", own_language)], own_values),
        columns,
        build_marks(columns, own_span),
        [
            build_source_value(
                source, [claim for claim in source.claims if claim.fact in names], best_texts, get_label, columns
            )
            for source in evidence.sources
            if any(claim.fact in names for claim in source.claims)
        ],
    )


def build_source_value(source, claims, best_texts, get_label, columns):
    """`best_texts` is {id of a claim: its text, of typographic variants the one that reads best}."""
    kind, by_fact = claims[0].subject_kind, {claim.fact: claim for claim in claims}
    values = {name: best_texts.get(claim.pk, claim.value) for name, claim in by_fact.items()}
    text, language = describe_values(kind, values, get_label, by_fact), claims[0].value_language
    return SourceValue(source.number, source.item, text, language, build_marks(columns, get_claimed_span(claims)))


def get_best_texts(claims):
    """{id of a claim on a text: the wording that reads best among those that say the same}."""
    texts = [claim for claim in claims if FACTS[claim.subject_kind][claim.fact].value_type == TEXT]
    return {claim.pk: choose_wording(group) for group in group_by_value(texts) for claim in group}


def get_own_values(record, names):
    """({fact: the record's value}, the language of its text; "" if no fact is a translated text)."""
    values, language = {}, ""
    for name in names:
        if name in translated_fields(type(record)):
            values[name], language = localized(record, name)
        else:
            values[name] = getattr(record, name, "") or ""
    return values, language


def describe_values(kind, values, get_label, claims=None):
    """The values of the facts of one question as one phrase; `claims` are those that state them, by fact."""
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
            is_date = FACTS[kind][name].value_type == DATE
            text = str(format_partial_date(value) if is_date else get_label(name, value))
            phrases.append(qualify_claim(claims[name], text) if claims else text)
    return ", ".join(map(str, phrases))


def explain_choice(claims, own_values):
    """Why the register shows its value: the widest span, the majority of reports, or the secretariat's choice."""
    if is_widest_span(claims, own_values):
        return _("the date range that covers all the others")
    stating = [claim for claim in claims if own_values.get(claim.fact)]
    agreeing = [claim for claim in stating if agrees_with(claim, str(own_values[claim.fact]))]
    groups = group_by_value(stating)
    if stating and stating[0].value_language and len(agreeing) == len(stating):
        return _("no report in this language says otherwise")
    if stating and all(len(agreeing) > len(group) for group in groups if group[0] not in agreeing):
        return describe_majority(stating, agreeing)
    if stating and FACTS[stating[0].subject_kind][stating[0].fact].value_type == TEXT:
        return _("the wording that the secretariat uses")
    return _("the secretariat’s choice")


def describe_majority(stating, agreeing):
    """How many independent sources state the value of the register, of all that answer the question."""
    origins = {get_origin(claim.news_item) for claim in stating}
    differing = {get_origin(claim.news_item) for claim in stating if claim not in agreeing}
    has_same_text = len(origins) < len({claim.news_item_id for claim in stating})
    text = _("%(count)s of %(total)s independent sources say so")
    return (text if has_same_text else _("%(count)s of %(total)s reports say so")) % {
        "count": len(origins - differing),
        "total": len(origins),
    }


def is_widest_span(claims, own_values):
    """Whether all dates of the claims are within the record's own first and last day."""
    if not own_values.get("starts_on") or not own_values.get("ends_on"):
        return False
    first, last = first_day(own_values["starts_on"]), last_day(own_values["ends_on"])
    days = [claim.value for claim in claims if claim.fact in ("starts_on", "ends_on", "closing_on")]
    return all(first <= first_day(day) and last_day(day) <= last for day in days)


def get_claimed_span(claims):
    return get_span({claim.fact: claim.value for claim in claims})


def get_span(values):
    """(first day, last day, closing day or None) of the full dates among these values; None if there are none."""
    texts = {name: values.get(name) for name in ("starts_on", "ends_on", "closing_on")}
    days = {name: dt.date.fromisoformat(text) for name, text in texts.items() if len(text or "") == FULL_DATE_LENGTH}
    if not days:
        return None
    latest = max(days.values())
    return days.get("starts_on", latest), days.get("ends_on", latest), days.get("closing_on")


def build_columns(spans):
    """All days from the first to the last of these spans; empty if there are more than MAX_COLUMNS."""
    known_spans = [span for span in spans if span]
    if not known_spans:
        return []
    first, last = min(span[0] for span in known_spans), max(span[1] for span in known_spans)
    count = (last - first).days + 1
    return [first + dt.timedelta(days=n) for n in range(count)] if count <= MAX_COLUMNS else []


def build_marks(columns, span):
    """For each column: "" (no), "on", or "end" (the closing ceremony)."""
    if not span:
        return ["" for _day in columns]
    first, last, closing = span
    return [("end" if day == closing else "on") if first <= day <= last else "" for day in columns]
