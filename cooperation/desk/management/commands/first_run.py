"""Run by `make run` before the server starts: fill an empty database, and create an administrator."""

import secrets

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from cooperation.core.languages import DEFAULT_LANGUAGE
from cooperation.core.localized_text import column
from cooperation.core.search import SearchEntry
from cooperation.desk.fixtures import fixture_names
from cooperation.library.models import Secretariat

ADMINISTRATOR = "admin"


class Command(BaseCommand):
    help = "Load the fixtures into an empty database and create an administrator; later runs change nothing."

    def handle(self, **options):
        if not Secretariat.objects.exists():
            call_command("loaddata", *fixture_names(), verbosity=0)
            self.stdout.write("The fixtures are loaded.")
        # A database from before sort keys existed.
        elif SearchEntry.objects.filter(**{column("sort", DEFAULT_LANGUAGE): ""}).exists():
            call_command("rebuild_search_index")
        users = get_user_model()
        if not users.objects.filter(is_superuser=True).exists():
            password = secrets.token_urlsafe(12)
            users.objects.create_superuser(ADMINISTRATOR, password=password)
            self.stdout.write(f"Administrator: {ADMINISTRATOR}  password: {password}  (shown only this once)")
