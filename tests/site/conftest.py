import pytest
from django.core.management import call_command

from cooperation.desk.fixtures import fixture_names


@pytest.fixture
def site(live_server, settings):
    """The address of a site with the whole archive."""
    settings.ALLOWED_HOSTS = ["*"]
    call_command("loaddata", *fixture_names(), verbosity=0)
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
