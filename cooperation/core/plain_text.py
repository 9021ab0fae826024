"""Plain text for feeds, calendars and citations, without the characters that XML and iCalendar do not allow."""

import re

CONTROL_CHARS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_BREAKS = re.compile("[\r\n\t\x85\u2028\u2029]+")


def strip_control_chars(text):
    """
    >>> strip_control_chars("Hà\\x0b Nội")
    'Hà Nội'
    """
    return CONTROL_CHARS.sub("", text)


def one_line(text):
    """`text` without line breaks: one could begin a new field in iCalendar or RIS.

    >>> one_line("Hà Nội\\r\\nBEGIN:VEVENT")
    'Hà Nội BEGIN:VEVENT'
    """
    return LINE_BREAKS.sub(" ", strip_control_chars(text)).strip()
