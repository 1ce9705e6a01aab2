"""sap-xssec, unmodified: tokens of our keys pass its offline validation, forged ones do not."""

import base64
import json

import httpx
import pytest
from sap import xssec

KEYS = ["transport", "transport-export", "transport-operator", "calm-api", "content-agent-dev", "cis"]


@pytest.fixture(autouse=True)
def without_a_name(monkeypatch):
    monkeypatch.delenv("XSAPPNAME", raising=False)


def context(ground, name, token=None):
    uaa = ground.keys[name]["uaa"]
    return xssec.create_security_context(token or ground.token(ground.keys[name]), uaa)


@pytest.mark.parametrize("name", KEYS)
def test_a_token_of_the_key_is_accepted(ground, name):
    uaa = ground.keys[name]["uaa"]
    seen = context(ground, name)
    assert seen.get_clientid() == uaa["clientid"]
    assert seen.get_zone_id() == uaa["zoneid"]
    assert seen.get_subdomain() == uaa["identityzone"]
    assert seen.get_subaccount_id() == uaa["subaccountid"]
    assert seen.get_grant_type() == "client_credentials"


def test_the_scopes_are_those_of_the_plan(ground):
    app = ground.keys["transport-export"]["uaa"]["xsappname"].split("|")[-1]
    seen = context(ground, "transport-export")
    assert seen.check_scope(f"{app}.Export")
    assert not seen.check_scope(f"{app}.Import")


def test_a_forged_token_is_rejected(ground):
    head, body, signature = ground.token(ground.keys["transport"]).split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    claims["zid"] = "00000000-0000-0000-0000-000000000000"
    forged = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    # The zone does not exist, so the keys for it are refused with 400, as the original does.
    with pytest.raises((RuntimeError, httpx.HTTPStatusError)):
        context(ground, "transport", f"{head}.{forged}.{signature}")


def test_a_token_of_another_service_is_rejected(ground):
    token = ground.token(ground.keys["content-agent-dev"])
    with pytest.raises(RuntimeError, match="Audience"):
        context(ground, "transport", token)
