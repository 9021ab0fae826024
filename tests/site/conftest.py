import pytest

from tests.archive import copy_archive


@pytest.fixture
def site(live_server, settings, kept_archive):
    """The URL of a site with the whole archive."""
    settings.ALLOWED_HOSTS = ["*"]
    copy_archive(kept_archive)
    return live_server.url


@pytest.fixture
def outside(page, live_server):
    """The requests to any other host, and what the browser complained of."""
    found = []
    page.on(
        "request",
        lambda request: None if request.url.startswith((live_server.url, "data:")) else found.append(request.url),
    )
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    return found
