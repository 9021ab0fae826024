from django.apps import AppConfig
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    name = "cooperation.agreements"
    verbose_name = capfirst(_("agreements"))

    def ready(self):
        post_migrate.connect(derive_missing_status_periods, sender=self)


def derive_missing_status_periods(sender, using, **kwargs):
    """After an update from a version without them, so that no agreement is ever without a status.

    A migration cannot do it: the rules are methods of the models as they are now. Nor can they be applied before all
    migrations are.
    """
    executor = MigrationExecutor(connections[using])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    agreement = sender.get_model("Agreement")
    missing = agreement._base_manager.using(using).filter(status_periods=None)
    agreement.update_derived_rows(list(missing.values_list("pk", flat=True)))
