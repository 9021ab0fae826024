"""Publishers become rows of their own, once each, with a name in each language; reports refer to them."""

import json

import django.db.models.deletion
from django.db import migrations, models

from cooperation.core.folding import slug
from cooperation.core.stored_names import rename_in_versions

#: (key, names in Vietnamese, French and English, other spellings) of the publishers that the first archive named.
PUBLISHERS = [
    (
        "aafv",
        [
            "Hội hữu nghị Pháp – Việt (AAFV)",
            "Association d’amitié franco-vietnamienne (AAFV)",
            "France–Viet Nam Friendship Association (AAFV)",
        ],
        ["AAFV"],
    ),
    ("adaly", ["ADALY", "ADALY", "ADALY"], []),
    ("bao-da-nang", ["Báo Đà Nẵng", "Báo Đà Nẵng", "Báo Đà Nẵng"], ["Báo Đà Nẵng (ĐNO)"]),
    ("bao-lao-cai", ["Báo Lào Cai", "Báo Lào Cai", "Báo Lào Cai"], []),
    ("bao-nghe-an", ["Báo Nghệ An", "Báo Nghệ An", "Báo Nghệ An"], []),
    ("bnews", ["BNEWS (TTXVN)", "BNEWS (AVI)", "BNEWS (VNA)"], []),
    ("can-tho-tv", ["Cần Thơ TV", "Cần Thơ TV", "Cần Thơ TV"], []),
    ("cap-vietnam", ["CAP Vietnam", "CAP Vietnam", "CAP Vietnam"], []),
    (
        "conference-10-website",
        [
            "Cổng thông tin Hội nghị lần thứ 10 (Cần Thơ)",
            "Site des 10es Assises (Cần Thơ)",
            "Website of the 10th conference (Cần Thơ)",
        ],
        ["Cổng Hội nghị lần thứ 10, Cần Thơ"],
    ),
    ("du-lich-tuyen-quang", ["Du lịch Tuyên Quang", "Du lịch Tuyên Quang", "Du lịch Tuyên Quang"], []),
    (
        "embassy-of-viet-nam-in-france",
        ["Đại sứ quán Việt Nam tại Pháp", "Ambassade du Vietnam en France", "Embassy of Viet Nam in France"],
        ["Embassy of Vietnam in France"],
    ),
    (
        "guenin",
        ["Trang cá nhân của P. Guenin", "Page personnelle de P. Guenin", "Personal page of P. Guenin"],
        ["page personnelle (P. Guenin)"],
    ),
    (
        "hai-phong-fatherland-front",
        [
            "Mặt trận Tổ quốc Việt Nam thành phố Hải Phòng",
            "Front de la Patrie de Haïphong",
            "Viet Nam Fatherland Front of Hải Phòng",
        ],
        ["Hải Phòng Fatherland Front"],
    ),
    ("hanoimoi", ["Hànộimới", "Hànộimới", "Hànộimới"], ["Hànộimới (HNM)"]),
    ("hue-ngay-nay", ["Huế ngày nay", "Huế ngày nay", "Huế ngày nay"], []),
    (
        "interco-nouvelle-aquitaine",
        ["Interco Nouvelle-Aquitaine", "Interco Nouvelle-Aquitaine", "Interco Nouvelle-Aquitaine"],
        [],
    ),
    ("lao-dong-thu-do", ["Lao động Thủ đô", "Lao động Thủ đô", "Lao động Thủ đô"], []),
    (
        "le-courrier-du-vietnam",
        ["Le Courrier du Vietnam", "Le Courrier du Vietnam", "Le Courrier du Vietnam"],
        ["Le Courrier du Vietnam (CVN)"],
    ),
    ("mission-val-de-loire", ["Mission Val de Loire", "Mission Val de Loire", "Mission Val de Loire"], []),
    ("nhan-dan", ["Nhân Dân", "Nhân Dân", "Nhân Dân"], ["Nhân Dân en ligne"]),
    ("sggp", ["Sài Gòn Giải Phóng (SGGP)", "Sài Gòn Giải Phóng (SGGP)", "Sài Gòn Giải Phóng (SGGP)"], ["SGGP"]),
    ("the-hanoi-times", ["The Hanoi Times", "The Hanoi Times", "The Hanoi Times"], []),
    (
        "the-hanoi-times-copy",
        [
            "The Hanoi Times (bản chép lại trên blog)",
            "The Hanoi Times (copie sur un blog)",
            "The Hanoi Times (copy on a blog)",
        ],
        ["blog copy of The Hanoi Times"],
    ),
    ("thoi-dai", ["Thời Đại", "Thời Đại", "Thời Đại"], []),
    (
        "thua-thien-hue-online",
        ["Thừa Thiên Huế Online (TTH.VN)", "Thừa Thiên Huế Online (TTH.VN)", "Thừa Thiên Huế Online (TTH.VN)"],
        ["Thua Thien Hue Online (TTH.VN)", "TTH.VN"],
    ),
    (
        "vgp",
        [
            "Báo Điện tử Chính phủ (VGP)",
            "Journal du gouvernement vietnamien (VGP)",
            "Viet Nam Government News (VGP)",
        ],
        ["VGP"],
    ),
    ("vietnam-law-magazine", ["Vietnam Law Magazine", "Vietnam Law Magazine", "Vietnam Law Magazine"], []),
    ("vietnam-pictorial", ["Báo ảnh Việt Nam", "Vietnam Illustré", "Vietnam Pictorial"], ["Vietnam Pictorial (VNA)"]),
    ("vietnamplus", ["VietnamPlus (TTXVN)", "VietnamPlus (AVI)", "VietnamPlus (VNA)"], ["VietnamPlus"]),
    ("virtual-saigon", ["Virtual Saigon", "Virtual Saigon", "Virtual Saigon"], []),
    ("vns", ["Việt Nam News (VNS)", "Việt Nam News (VNS)", "Việt Nam News (VNS)"], ["VNS"]),
    ("vovworld", ["VOVWORLD", "VOVWORLD", "VOVWORLD"], ["VOVworld"]),
    (
        "yen-bai-foreign-affairs",
        [
            "Trang thông tin đối ngoại tỉnh Yên Bái",
            "Service des affaires extérieures de Yên Bái",
            "Yên Bái foreign affairs portal",
        ],
        ["Yên Bái foreign affairs"],
    ),
]


def make_publishers(apps, schema_editor):
    """Only those that a report names; a name that the list does not know is its own publisher."""
    publishers, items = apps.get_model("news", "Publisher").objects, apps.get_model("news", "NewsItem")
    known = {name: (key, names) for key, names, others in PUBLISHERS for name in [*names, *others]}
    stored = set(items.objects.exclude(publisher_text="").values_list("publisher_text", flat=True))
    ids = {"": None}
    for text in sorted(stored | names_in_versions(apps)):
        key, names = known.get(text, (slug(text)[:100], [text] * 3))
        columns = dict(zip(["name_vi", "name_fr", "name_en"], names, strict=True))
        publisher, _created = publishers.get_or_create(key=key, defaults=columns | {"name": names[-1]})
        ids[text] = publisher.pk
        items.objects.filter(publisher_text=text).update(publisher=publisher)
    rename_in_versions(apps, "news.newsitem", values={"publisher": ids})


def names_in_versions(apps):
    """The publishers that earlier versions of reports name."""
    names = set()
    for version in apps.get_model("reversion", "Version").objects.filter(serialized_data__contains='"news.newsitem"'):
        rows = json.loads(version.serialized_data)
        names |= {row["fields"].get("publisher") for row in rows if row["model"] == "news.newsitem"}
    return {name for name in names if name}


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0003_stored_names"),
        ("core", "0004_plain_names"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]
    operations = [
        migrations.CreateModel(
            name="Publisher",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=100, unique=True, verbose_name="identifier")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("name_vi", models.CharField(max_length=200, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=200, null=True, verbose_name="name")),
                ("name_en", models.CharField(max_length=200, null=True, verbose_name="name")),
            ],
            options={"verbose_name": "publisher", "verbose_name_plural": "publishers", "ordering": ["key"]},
        ),
        migrations.RenameField("newsitem", "publisher", "publisher_text"),
        migrations.AddField(
            model_name="newsitem",
            name="publisher",
            field=models.ForeignKey(
                blank=True,
                help_text="Leave blank if it is not known, and for our own news.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="news.publisher",
                verbose_name="publisher",
            ),
        ),
        migrations.RunPython(make_publishers, migrations.RunPython.noop),
        migrations.RemoveField("newsitem", "publisher_text"),
    ]
