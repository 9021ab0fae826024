"""A report as a list of properties and values, the shape of `articles/facts.json`."""


def facts_of(told):
    facts = []
    for each in told["conferences"]:
        facts.append(("conference", joined(each, "ordinal", "starts_on", "ends_on", "place", "motto")))
    for each in told["agreements"]:
        facts.append(("agreement.parties", " – ".join(each["parties"])))
        facts.append(("agreement.terms", joined(each, "kind", "signed_on", "place", "ends_on")))
    facts += [("person", joined(each, "name", "office")) for each in told["people"]]
    facts += [(each["measure"], str(each["value"])) for each in told["figures"]]
    return facts


def joined(values, *names):
    return " — ".join(str(values[name]) for name in names if values[name] is not None)
