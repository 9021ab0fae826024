from django.core.management.base import BaseCommand

from cooperation.agreements.models import Agreement, StatusPeriod
from cooperation.core.content_version import bump_content_version


class Command(BaseCommand):
    help = "Derive the stored statuses of all agreements again: only needed if check_records says that they differ."

    def handle(self, **options):
        Agreement.update_derived_rows(Agreement._base_manager.values_list("pk", flat=True))
        bump_content_version()
        self.stdout.write(f"{StatusPeriod.objects.count()} periods of {Agreement.objects.count()} agreements.")
