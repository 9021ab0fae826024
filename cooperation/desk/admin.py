from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_title = _("Public register of agreements and partnerships")
admin.site.site_header = _("Viet Nam–France local cooperation: editing")
admin.site.index_title = _("Manage records")
