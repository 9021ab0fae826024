"""Tells which records break the rules of the whole archive; fails if any does."""

from django.core.management.base import BaseCommand, CommandError

from cooperation.desk.integrity_checks import problems


class Command(BaseCommand):
    help = "Check the whole archive against the rules that no single form can keep."

    def handle(self, **options):
        found = list(problems())
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"{len(found)} problem(s)")
        self.stdout.write("All records keep the rules.")
