from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_title = _("Register of the secretariat")
admin.site.site_header = _("Viet Nam–France local cooperation: the desk")
admin.site.index_title = _("What the register holds")
