"""Texts for the programs that read feeds and calendars: without the characters that XML and iCalendar refuse."""

import re

REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile("[\\s\x85\u2028\u2029]*[\r\n\t\x85\u2028\u2029][\\s\x85\u2028\u2029]*")


def strip_control_chars(text):
    """
    >>> strip_control_chars("Hà\\x0b Nội")
    'Hà Nội'
    """
    return REFUSED.sub("", text)


def one_line(text):
    """
    >>> one_line("Hà Nội\\r\\nBEGIN:VEVENT")
    'Hà Nội BEGIN:VEVENT'
    """
    return LINE_ENDS.sub(" ", strip_control_chars(text)).strip()
