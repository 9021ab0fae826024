"""Build fixtures/ from the articles and tables in seeds/. The command is idempotent."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cooperation.article_reader.reader import UnreadableArticle
from seeds.records import build
from seeds.records.library import UnreadablePage


class Command(BaseCommand):
    help = "Build the fixtures from the articles and tables in seeds/."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="Only report: fail where a fixture is stale.")

    def handle(self, *, check, **options):
        try:
            files = build()
        except (UnreadableArticle, UnreadablePage) as error:
            raise CommandError(error) from error
        for name, rows in files.items():
            self.write_fixture(Path(settings.FIXTURE_DIRS[0]) / name, rows, check=check)

    def write_fixture(self, path, rows, *, check):
        """Write the rows if they differ from the file; with `check`, raise CommandError instead."""
        text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
        if path.exists() and path.read_text("utf-8") == text:
            return
        if check:
            raise CommandError(f"{path.name} is stale: run manage.py build_fixtures")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        self.stdout.write(f"{path.name}: {len(rows)} rows")
