"""Marks of all tests in Chromium; the fixtures `site` and `browser_problems` are in conftest."""

import pytest

BROWSER_MARKS = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    # The browser may still have a connection open when the live server stops; no application code runs in it then.
    pytest.mark.filterwarnings(r"ignore:Exception in thread .*:pytest.PytestUnhandledThreadExceptionWarning"),
]
