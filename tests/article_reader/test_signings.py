import pytest


def list_facts(findings):
    return [
        ([party.value for party in agreement.parties], agreement.signed_on and agreement.signed_on.value)
        for agreement in findings.agreements
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lam Dong is twinned with Brest."),
        ("en", "Lam Dong and Brest have been twinned since 1996."),
        ("en", "Lam Dong, twinned with Brest since 1996, welcomed a delegation."),
        ("fr", "Lam Dong et Brest sont jumelées depuis 1996."),
        ("fr", "Lam Dong est jumelée avec Brest."),
        ("fr", "Brest, jumelée à Hai Phong depuis 2007, reçoit une délégation."),
        ("vi", "Lâm Đồng kết nghĩa với Brest từ năm 1998."),
        ("vi", "Lâm Đồng và Brest đã kết nghĩa từ năm 1998."),
        ("vi", "Ngày 3/5/2011, lãnh đạo Lâm Đồng đón đoàn của thành phố kết nghĩa Brest."),
    ],
)
def test_a_partnership_that_lasts_is_no_agreement(read, language, text):
    assert list_facts(read(language, text)) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Lam Dong and Brest became twinned in September 2011.", "2011-09"),
        ("en", "Lam Dong and Brest are now officially twinned.", None),
        ("en", "Lam Dong was twinned with Brest on 3 May 2011.", "2011-05-03"),
        ("fr", "Lam Dong et Brest se sont jumelées en septembre 2011.", "2011-09"),
        ("fr", "Lam Dong et Brest sont désormais jumelées. L'accord a été signé le 3 mai 2011.", "2011-05-03"),
        ("fr", "Lam Dong et Brest sont devenues villes jumelles en 2011.", "2011"),
        ("vi", "Lâm Đồng và Brest chính thức kết nghĩa tháng 9 năm 2011.", "2011-09"),
        ("vi", "Năm 2011, Lâm Đồng kết nghĩa với Brest.", "2011"),
        ("vi", "Lâm Đồng và Brest ký kết nghĩa ngày 3/5/2011.", "2011-05-03"),
    ],
)
def test_an_act_of_twinning_is_an_agreement(read, language, text, day):
    assert list_facts(read(language, text)) == [(["vn-lam-dong", "fr-brest"], day)]
