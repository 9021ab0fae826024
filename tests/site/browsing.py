"""What all tests in Chromium share; the fixtures `site` and `outside` stand in conftest."""

import pytest

IN_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    # The browser may still hold a connection when the server of the tests stops; nothing of ours runs in it then.
    pytest.mark.filterwarnings(r"ignore:Exception in thread .*:pytest.PytestUnhandledThreadExceptionWarning"),
]
