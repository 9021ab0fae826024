"""List the records that violate an integrity rule; fails if there are any."""

from django.core.management.base import BaseCommand, CommandError

from cooperation.desk.integrity_checks import find_problems


class Command(BaseCommand):
    help = "Check the whole archive against the rules that no single form can keep."

    def handle(self, **options):
        problems = list(find_problems())
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            raise CommandError(f"{len(problems)} problem(s)")
        self.stdout.write("No integrity problems found.")
