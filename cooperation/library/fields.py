from django.db import models


class StoredImageField(models.ImageField):
    """An image field whose record can be saved while the file is missing; the dimensions stay as they were."""

    def update_dimension_fields(self, instance, *args, **kwargs):
        try:
            super().update_dimension_fields(instance, *args, **kwargs)
        except FileNotFoundError:
            return
