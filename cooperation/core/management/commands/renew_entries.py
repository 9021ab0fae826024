from django.core.management.base import BaseCommand

from cooperation.core import changes, search


class Command(BaseCommand):
    help = "Make all search entries and sort keys anew: after an update of the site that says so."

    def handle(self, **options):
        for model in changes.records():
            search.renew(model, model._base_manager.values_list("pk", flat=True))
        changes.raise_content_version()
        self.stdout.write(f"{search.SearchEntry.objects.count()} public records are in order.")
