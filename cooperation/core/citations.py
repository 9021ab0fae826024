"""A record as others cite it, and that citation as reference managers read it: BibTeX, RIS, CSL-JSON."""

import datetime as dt
import json
import re
from dataclasses import dataclass

import bibtexparser
import rispy
from bibtexparser.model import Entry, Field
from django.conf import settings
from django.utils.translation import gettext as _

from .dates import DATE_PARAMETER, requested_date, today
from .languages import BY_CODE, current_language

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
#: What TeX would read as a command.
TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
TEX |= {sign: f"\\{sign}" for sign in "%&$#_{}"}
#: BibTeX counts escaped braces too: one without its other is named instead.
TEX_ALONE = TEX | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


@dataclass(frozen=True)
class Citation:
    """Who says what where, in which version, and when it was read. `author` is empty where no office is recorded."""

    key: str
    title: str
    author: str
    register: str
    url: str
    language: str
    version: dt.date
    read: dt.date


def build_citation(record, secretariat, request):
    """The citation of a record's page in the reader's language; `?on=` stays in its address."""
    url = request.build_absolute_uri(record.get_absolute_url())
    asked = requested_date(request)
    return Citation(
        key=f"{record.record_kind()}-{record.key}",
        title=one_line(str(record)),
        author=one_line(str(secretariat)) if secretariat else "",
        register=_("Viet Nam–France local cooperation"),
        url=f"{url}?{DATE_PARAMETER}={asked}" if asked else url,
        language=current_language(),
        version=local_date(record.updated_at),
        read=today(),
    )


def local_date(moment):
    """The day that it was at the secretariat."""
    return moment.astimezone(settings.REGISTER_TIME_ZONE).date()


def one_line(text):
    """A line break in a title would begin a new field in RIS.

    >>> one_line("Water\\nER  - ")
    'Water ER  -'
    """
    return CONTROL.sub(" ", text).strip()


def bibtex(citation):
    """For biblatex and everything that reads it. Titles and names stand in two braces: as they are, in any style."""
    values = {
        "author": brace_value(citation.author),
        "title": brace_value(citation.title),
        "organization": brace_value(citation.register),
        "date": citation.version.isoformat(),
        "year": str(citation.version.year),
        "url": citation.url,
        "urldate": citation.read.isoformat(),
        "langid": BY_CODE[citation.language].babel_name,
    }
    fields = [Field(name, value) for name, value in values.items() if value]
    return bibtexparser.write_string(bibtexparser.Library([Entry("online", citation.key, fields)]))


def brace_value(text):
    """
    >>> brace_value("50 % {A & B}")
    '{50 \\\\% \\\\{A \\\\& B\\\\}}'
    """
    signs = TEX if has_balanced_braces(text) else TEX_ALONE
    return f"{{{text.translate(str.maketrans(signs))}}}" if text else ""


def has_balanced_braces(text):
    """
    >>> has_balanced_braces("{a}"), has_balanced_braces("}a{")
    (True, False)
    """
    braces = re.sub("[^{}]", "", text)
    while "{}" in braces:
        braces = braces.replace("{}", "")
    return not braces


class UnnumberedRisWriter(rispy.RisWriter):
    """A file of one reference needs no number before it, which some managers cannot read."""

    def set_header(self, count):
        return ""


def ris(citation):
    values = {
        "type_of_reference": "ELEC",
        "id": citation.key,
        "authors": [citation.author] if citation.author else [],
        "title": citation.title,
        "secondary_title": citation.register,
        "year": str(citation.version.year),
        "date": citation.version.strftime("%Y/%m/%d"),
        "access_date": citation.read.strftime("%Y/%m/%d"),
        "language": citation.language,
        "urls": [citation.url],
    }
    return rispy.dumps([{name: value for name, value in values.items() if value}], implementation=UnnumberedRisWriter)


def csl_json(citation):
    item = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "author": [{"literal": citation.author}] if citation.author else [],
        "container-title": citation.register,
        "issued": date_parts(citation.version),
        "accessed": date_parts(citation.read),
        "language": citation.language,
        "URL": citation.url,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


def date_parts(day):
    return {"date-parts": [[day.year, day.month, day.day]]}


#: By the end of the address: how it is written, and its media type.
FORMATS = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
    "json": (csl_json, "application/vnd.citationstyles.csl+json"),
}
