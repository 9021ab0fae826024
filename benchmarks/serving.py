"""Serve the site as in production, from a temporary folder and database."""

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]
WORKERS = 2
TIMEOUT = 60  # seconds until a server must answer
UNSET_VARIABLES = ["DEBUG", "HTTPS", "ALLOWED_HOSTS", "BEHIND_PROXY", "REDIS_URL", "MEDIA_REDIRECT"]
UNSET_VARIABLES += ["PAGE_CACHE", "VERSION_CACHE"]


@contextmanager
def create_site():
    """Yield the environment variables of a migrated site with fixtures and collected static files."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="register-"))
        variables = {name: value for name, value in os.environ.items() if name not in UNSET_VARIABLES}
        environment = variables | {"VAR": folder, "SECRET_KEY": secrets.token_urlsafe(50), "PYTHONPATH": str(ROOT)}
        environment["COLLECTED_STATIC"] = "1"
        if variables.get("DATABASE_URL", "").startswith("postgres"):
            environment["DATABASE_URL"] = stack.enter_context(create_database(variables["DATABASE_URL"]))
        else:
            environment.pop("DATABASE_URL", None)
        fixtures = sorted(path.stem for path in (ROOT / "fixtures").glob("*.json"))
        for command in [["migrate"], ["loaddata", *fixtures], ["collectstatic", "--no-input"]]:
            manage = [sys.executable, "manage.py", *command, "--verbosity", "0"]
            subprocess.run(manage, cwd=ROOT, env=environment, check=True)  # noqa: S603 -- our own
        yield environment


@contextmanager
def create_database(url):
    """Yield the URL of a new database on the same server; the database that `url` names is not touched."""
    name = f"register_bench_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def serve(application, environment, **variables):
    """Yield the URL at which gunicorn serves `application`; stop it afterwards."""
    port = find_free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--workers", str(WORKERS)]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment | variables)  # noqa: S603 -- our own
    try:
        wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=TIMEOUT)


def find_free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def wait_for(port, server):
    deadline = time.monotonic() + TIMEOUT
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("gunicorn does not answer.")
