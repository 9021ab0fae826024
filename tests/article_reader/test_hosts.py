import pytest

ENGLISH = "the 9th conference on decentralised cooperation"
FRENCH = "les 9es Assises de la coopération décentralisée"
VIETNAMESE = "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ 9"


def list_hosts(findings):
    return [host.value for host in findings.conferences[0].hosts]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"The People's Committee of Da Nang chaired {ENGLISH}."),
        ("en", f"{ENGLISH.capitalize()} was organised by the People's Committee of Da Nang."),
        ("en", f"Under the chairmanship of the city of Da Nang, {ENGLISH} opened."),
        ("fr", f"Le Comité populaire de Da Nang a présidé {FRENCH}."),
        ("fr", f"{FRENCH.capitalize()} ont été organisées par le Comité populaire de la ville de Da Nang."),
        ("fr", f"{FRENCH.capitalize()} se sont tenues. La ville de Da Nang en était l'organisatrice."),
        ("vi", f"UBND thành phố Đà Nẵng chủ trì {VIETNAMESE}."),
        ("vi", f"{VIETNAMESE} do Ủy ban nhân dân thành phố Đà Nẵng tổ chức."),
        ("vi", f"{VIETNAMESE} diễn ra tháng 6. Thành phố Đà Nẵng giữ vai trò chủ trì."),
    ],
)
def test_a_host_chairs_or_organises_in_active_and_passive_words(read, language, text):
    assert list_hosts(read(language, text)) == ["vn-da-nang"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{ENGLISH.capitalize()} was hosted by Da Nang, Lille and the city of Metz."),
        ("fr", f"Da Nang, Lille et la ville de Metz ont organisé {FRENCH}."),
        ("vi", f"Thành phố Đà Nẵng, thành phố Lille và thành phố Metz tổ chức {VIETNAMESE}."),
    ],
)
def test_all_of_an_enumeration_are_hosts(read, language, text):
    assert list_hosts(read(language, text)) == ["vn-da-nang", "fr-lille", "fr-metz"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"Da Nang and Lille chaired a workshop on water at {ENGLISH}."),
        ("en", f"The mayor of Da Nang, Tran Van Minh, chaired {ENGLISH}."),
        ("fr", f"Da Nang et Lille ont présidé un atelier sur l'eau lors des {FRENCH[4:]}."),
        ("vi", f"Tại {VIETNAMESE}, Đà Nẵng và Lille chủ trì phiên chuyên đề về nước."),
    ],
)
def test_who_chairs_a_part_of_it_or_speaks_for_a_city_makes_no_host(read, language, text):
    assert list_hosts(read(language, text)) == []
