"""How the name of a place becomes plain letters, and then a part of a key."""

import re
import unicodedata

LETTERS = str.maketrans({"đ": "d", "Đ": "D", "œ": "oe", "Œ": "Oe", "æ": "ae"})


def plain(name):
    """Take the accents off `name`; its capitals stay.

    >>> plain("Đắk Lắk")
    'Dak Lak'
    """
    letters = unicodedata.normalize("NFD", name.translate(LETTERS))
    return "".join(each for each in letters if not unicodedata.combining(each))


def slug(name):
    """
    >>> slug("Bà Rịa - Vũng Tàu")
    'ba-ria-vung-tau'
    """
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-")


def country_code(key):
    """
    >>> country_code("vn-hue")
    'VN'
    """
    return key.partition("-")[0].upper()
