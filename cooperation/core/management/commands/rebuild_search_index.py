from django.core.management.base import BaseCommand

from cooperation.core import search
from cooperation.core.changes import record_models
from cooperation.core.content_version import bump_content_version


class Command(BaseCommand):
    help = "Rebuild all search entries and sort keys: after an update of the site that says so."

    def handle(self, **options):
        for model in record_models():
            search.reindex(model, model._base_manager.values_list("pk", flat=True))
        bump_content_version()
        self.stdout.write(f"{search.SearchEntry.objects.count()} public records indexed.")
