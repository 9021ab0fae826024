import pytest

from tests.archive import copy_archive


@pytest.fixture
def site(live_server, settings, archive_models):
    """The URL of a site with the whole archive."""
    settings.ALLOWED_HOSTS = ["*"]
    copy_archive(archive_models)
    return live_server.url


@pytest.fixture
def browser_problems(page, live_server):
    """The URLs requested from other hosts, and the errors and warnings in the browser console."""
    problems = []
    page.on(
        "request",
        lambda request: None if request.url.startswith((live_server.url, "data:")) else problems.append(request.url),
    )
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    return problems
