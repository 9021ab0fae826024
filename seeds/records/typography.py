"""Typeset spaces and apostrophes by the rules of each language; in French those of the Imprimerie nationale."""

import re

from cooperation.core.languages import FRENCH

NO_BREAK, NARROW = "\u00a0", "\u202f"
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def format_position(text, language):
    """A position as it follows a person's name: French alone begins it with a small letter.

    >>> format_position("Maire de Toulouse", "fr"), format_position("mayor of Toulouse", "en")
    ('maire de Toulouse', 'Mayor of Toulouse')
    """
    first = text[:1].lower() if language == FRENCH else text[:1].upper()
    return first + text[1:]


def typeset(text, language=""):
    """
    >>> typeset("Côtes-d'Armor"), typeset("l'accord ; « eau » : oui", "fr")
    ('Côtes-d’Armor', 'l’accord\\u202f; «\\xa0eau\\xa0»\\xa0: oui')
    """
    text = APOSTROPHE.sub("’", text)
    if language != FRENCH:
        return text
    text = re.sub(r" (?=[;!?])", NARROW, text)
    return re.sub(r"(?<=«) | (?=»|:(?:\s|$))|(?<=\bn°) ", NO_BREAK, text)
