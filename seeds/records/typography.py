"""Typeset spaces and apostrophes by the rules of each language."""

import re

from cooperation.core.languages import FRENCH

NO_BREAK, NARROW = "\u00a0", "\u202f"
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def typeset(text, language=""):
    """
    >>> typeset("Côtes-d'Armor"), typeset("l'accord ; « eau » : oui", "fr")
    ('Côtes-d’Armor', 'l’accord\\u202f; «\\u202feau\\u202f»\\xa0: oui')
    """
    text = APOSTROPHE.sub("’", text)
    if language != FRENCH:
        return text
    text = re.sub(r" (?=[;!?»])", NARROW, text).replace("« ", f"«{NARROW}")
    return re.sub(r" (?=:(?:\s|$))", NO_BREAK, text)
