"""Derive plain letters and slugs from the names of places."""

import re
import unicodedata

LETTERS = str.maketrans({"đ": "d", "Đ": "D", "œ": "oe", "Œ": "Oe", "æ": "ae"})


def plain(name):
    """Remove the accents of `name`, keep its case.

    >>> plain("Đắk Lắk")
    'Dak Lak'
    """
    letters = unicodedata.normalize("NFD", name.translate(LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


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
