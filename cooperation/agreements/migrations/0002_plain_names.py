"""An agreement has parties, a place of signature and an earlier agreement; the publication state is called so."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0001_initial"),
        ("events", "0002_plain_names"),
        ("localities", "0002_plain_names"),
        ("library", "0003_plain_names"),
    ]
    operations = [
        migrations.RemoveIndex("agreement", "agreements_newest_first"),
        migrations.RemoveConstraint("agreement", "agreement_does_not_follow_itself"),
        migrations.RemoveConstraint("signature", "one_signature_a_place"),
        migrations.RemoveConstraint("signature", "a_party_signs_once"),
        migrations.RemoveConstraint("signature", "signature_of_a_locality_or_a_body"),
        migrations.RemoveConstraint("agreementtext", "one_text_a_place"),
        migrations.RemoveConstraint("agreementtext", "a_document_once_an_agreement"),
        migrations.RemoveConstraint("milestone", "one_milestone_a_place"),
        migrations.RenameModel("Signature", "AgreementParty"),
        migrations.RenameField("agreement", "status", "publication_state"),
        migrations.AlterField(
            "agreement",
            "publication_state",
            models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("published", "published"),
                    ("unpublished", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.RenameField("partnership", "status", "publication_state"),
        migrations.AlterField(
            "partnership",
            "publication_state",
            models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("published", "published"),
                    ("unpublished", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.RenameField("agreement", "signed_at", "signature_place"),
        migrations.RenameField("agreement", "signed_at_vi", "signature_place_vi"),
        migrations.RenameField("agreement", "signed_at_fr", "signature_place_fr"),
        migrations.RenameField("agreement", "signed_at_en", "signature_place_en"),
        migrations.RenameField("agreement", "follows", "earlier_agreement"),
        migrations.RenameField("agreement", "follows_as", "relation_type"),
        migrations.RenameField("partnership", "presentation", "description"),
        migrations.RenameField("partnership", "presentation_vi", "description_vi"),
        migrations.RenameField("partnership", "presentation_fr", "description_fr"),
        migrations.RenameField("partnership", "presentation_en", "description_en"),
        migrations.RenameField("agreementparty", "body", "organisation"),
        migrations.RenameField("agreementparty", "signatory", "signed_by"),
        migrations.RenameField("agreementparty", "office", "position"),
        migrations.RenameField("agreementparty", "office_vi", "position_vi"),
        migrations.RenameField("agreementparty", "office_fr", "position_fr"),
        migrations.RenameField("agreementparty", "office_en", "position_en"),
        migrations.RenameField("agreementtext", "standing", "authenticity"),
        migrations.AlterField(
            model_name="agreement",
            name="earlier_agreement",
            field=models.ForeignKey(
                blank=True,
                help_text="The agreement that this one renews, amends, replaces or carries out.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="later_agreements",
                to="agreements.agreement",
                verbose_name="follows",
            ),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="relation_type",
            field=models.CharField(
                blank=True,
                choices=[
                    ("renews", "renews it"),
                    ("amends", "amends it"),
                    ("replaces", "replaces it"),
                    ("implements", "carries it out"),
                ],
                max_length=12,
                verbose_name="how it follows",
            ),
        ),
        migrations.AlterField(
            model_name="agreementparty",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="parties",
                to="agreements.agreement",
                verbose_name="agreement",
            ),
        ),
        migrations.AlterField(
            model_name="agreementparty",
            name="locality",
            field=models.ForeignKey(
                blank=True,
                help_text="The unit as it signed, even if it has ended since: its page leads on to what it is now.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreement_parties",
                to="localities.locality",
                verbose_name="locality",
            ),
        ),
        migrations.AlterField(
            model_name="milestone",
            name="kind",
            field=models.CharField(
                choices=[
                    ("announced", "announced"),
                    ("negotiated", "negotiated"),
                    ("approved", "deliberated"),
                    ("submitted_for_review", "transmitted to the State"),
                    ("entered_into_force", "entered into force"),
                    ("amended", "amended"),
                    ("extended", "extended"),
                    ("suspended", "suspended"),
                    ("resumed", "resumed"),
                    ("ended", "ended"),
                ],
                help_text="“Entered into force” is what lets the page say “in force”; “ended” closes the agreement.",
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["publication_state", "-signed_on"], name="agreements_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("earlier_agreement", None),
                    models.Q(("earlier_agreement", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="agreement_is_not_its_own_earlier_agreement",
                violation_error_message="An agreement does not follow itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementparty",
            constraint=models.UniqueConstraint(fields=("agreement", "order"), name="unique_party_order"),
        ),
        migrations.AddConstraint(
            model_name="agreementparty",
            constraint=models.UniqueConstraint(
                fields=("agreement", "locality"),
                name="unique_party_locality",
                violation_error_message="This locality is already a party.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementparty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("locality", None), models.Q(("organisation", ""), _negated=True)),
                    models.Q(("locality__isnull", False), ("organisation", "")),
                    _connector="OR",
                ),
                name="party_is_locality_or_organisation",
                violation_error_message="A party is a locality or another body: fill in one of the two.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementtext",
            constraint=models.UniqueConstraint(fields=("agreement", "order"), name="unique_text_order"),
        ),
        migrations.AddConstraint(
            model_name="agreementtext",
            constraint=models.UniqueConstraint(fields=("agreement", "document"), name="unique_text_document"),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(fields=("agreement", "order"), name="unique_milestone_order"),
        ),
    ]
