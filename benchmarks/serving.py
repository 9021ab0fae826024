"""The site as in production, in a folder and a database of its own that are gone afterwards."""

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
PATIENCE = 60  # seconds until a server must answer
NOT_OURS = ["DEBUG", "HTTPS", "ALLOWED_HOSTS", "BEHIND_PROXY", "KEEP_PAGES", "REDIS_URL", "SERVE_MEDIA"]


@contextmanager
def filled_site():
    """The environment of a migrated site with the records of the fixtures and collected files."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="register-"))
        said = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        environment = said | {"VAR": folder, "SECRET_KEY": secrets.token_urlsafe(50), "PYTHONPATH": str(ROOT)}
        if said.get("DATABASE_URL", "").startswith("postgres"):
            environment["DATABASE_URL"] = stack.enter_context(own_database(said["DATABASE_URL"]))
        else:
            environment.pop("DATABASE_URL", None)
        fixtures = sorted(path.stem for path in (ROOT / "fixtures").glob("*.json"))
        for command in [["migrate"], ["loaddata", *fixtures], ["collectstatic", "--no-input"]]:
            manage = [sys.executable, "manage.py", *command, "--verbosity", "0"]
            subprocess.run(manage, cwd=ROOT, env=environment, check=True)  # noqa: S603 -- our own
        yield environment


@contextmanager
def own_database(address):
    """A new database on the server of `address`: what is in the one that it names stays as it is."""
    name = f"register_bench_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def served(application, environment, **more):
    """The address at which gunicorn serves `application`; it is stopped afterwards."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--workers", str(WORKERS)]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment | more)  # noqa: S603 -- our own
    try:
        wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def free_port():
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


def wait_for(port, server):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("gunicorn does not answer.")
