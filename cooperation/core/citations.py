"""Citations of records, and their files for reference managers: BibTeX, RIS, CSL-JSON."""

import datetime as dt
import json
import re
from dataclasses import dataclass

import bibtexparser
import rispy
from bibtexparser.model import Entry, Field
from django.conf import settings

from .dates import DATE_PARAMETER, requested_date, today
from .languages import BY_CODE, current_language
from .plain_text import one_line
from .site_name import SITE_NAME

#: Characters that TeX would read as commands.
TEX_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
TEX_ESCAPES |= {character: f"\\{character}" for character in "%&$#_{}"}
#: BibTeX counts escaped braces too: unbalanced ones are written as commands instead.
TEX_ESCAPES_UNBALANCED = TEX_ESCAPES | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


@dataclass(frozen=True)
class Citation:
    """`author` is empty if no secretariat is recorded; `version` is the date of the record's last change."""

    key: str
    title: str
    author: str
    register: str
    url: str
    language: str
    version: dt.date
    accessed_on: dt.date


def build_citation(record, secretariat, request):
    """The citation of a record's page in the reader's language; its URL includes the requested `?on=`."""
    url = request.build_absolute_uri(record.get_absolute_url())
    date = requested_date(request)
    return Citation(
        key=f"{record.record_kind()}-{record.key}",
        title=one_line(str(record)),
        author=one_line(str(secretariat)) if secretariat else "",
        register=str(SITE_NAME),
        url=f"{url}?{DATE_PARAMETER}={date}" if date else url,
        language=current_language(),
        version=local_date(record.updated_at),
        accessed_on=today(),
    )


def local_date(moment):
    """The date of a datetime in the secretariat's time zone."""
    return moment.astimezone(settings.REGISTER_TIME_ZONE).date()


def render_bibtex(citation):
    """The citation in the format of biblatex. Titles and names have double braces, so that no style changes them."""
    values = {
        "author": brace_value(citation.author),
        "title": brace_value(citation.title),
        "organization": brace_value(citation.register),
        "date": citation.version.isoformat(),
        "year": str(citation.version.year),
        "url": citation.url,
        "urldate": citation.accessed_on.isoformat(),
        "langid": BY_CODE[citation.language].babel_name,
    }
    fields = [Field(name, value) for name, value in values.items() if value]
    return bibtexparser.write_string(bibtexparser.Library([Entry("online", citation.key, fields)]))


def brace_value(text):
    """
    >>> brace_value("50 % {A & B}")
    '{50 \\\\% \\\\{A \\\\& B\\\\}}'
    """
    escapes = TEX_ESCAPES if has_balanced_braces(text) else TEX_ESCAPES_UNBALANCED
    return f"{{{text.translate(str.maketrans(escapes))}}}" if text else ""


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
    """Omits the number before the reference, which some reference managers cannot read."""

    def set_header(self, count):
        return ""


def render_ris(citation):
    values = {
        "type_of_reference": "ELEC",
        "id": citation.key,
        "authors": [citation.author] if citation.author else [],
        "title": citation.title,
        "secondary_title": citation.register,
        "year": str(citation.version.year),
        "date": citation.version.strftime("%Y/%m/%d"),
        "access_date": citation.accessed_on.strftime("%Y/%m/%d"),
        "language": citation.language,
        "urls": [citation.url],
    }
    return rispy.dumps([{name: value for name, value in values.items() if value}], implementation=UnnumberedRisWriter)


def render_csl_json(citation):
    item = {
        "id": citation.key,
        "type": "webpage",
        "title": citation.title,
        "author": [{"literal": citation.author}] if citation.author else [],
        "container-title": citation.register,
        "issued": date_parts(citation.version),
        "accessed": date_parts(citation.accessed_on),
        "language": citation.language,
        "URL": citation.url,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


def date_parts(day):
    return {"date-parts": [[day.year, day.month, day.day]]}


#: {file extension: (function that renders the citation, media type)}
FORMATS = {
    "bib": (render_bibtex, "application/x-bibtex"),
    "ris": (render_ris, "application/x-research-info-systems"),
    "json": (render_csl_json, "application/vnd.citationstyles.csl+json"),
}
