"""cloudfoundry-client, unmodified: log-in, orgs, spaces, the marketplace, an instance with its key from birth to end."""

import os

import pytest
import requests
from cloudfoundry_client.client import CloudFoundryClient
from cloudfoundry_client.errors import InvalidStatusCode
from oauth2_client.credentials_manager import OAuthError


@pytest.fixture(scope="module")
def cf(ground):
    admin = ground.person("administrator")
    client = CloudFoundryClient(ground.landscape["cf"]["api"], verify=os.environ["REQUESTS_CA_BUNDLE"])
    client.init_with_user_credentials(admin["userName"], admin["password"])
    return client


def finish(cf, answer):
    """Waits for the job that an asynchronous answer names; the client's own wait begins with a second."""
    guid = answer["links"]["job"]["href"].rsplit("/", 1)[-1] if isinstance(answer, dict) else answer
    job = cf.v3.jobs.wait_for_job_completion(guid, step=0.01, step_function=lambda step: min(step * 2, 1), timeout=30)
    assert job["state"] == "COMPLETE", job


def test_a_wrong_password_is_refused(ground):
    client = CloudFoundryClient(ground.landscape["cf"]["api"], verify=os.environ["REQUESTS_CA_BUNDLE"])
    with pytest.raises(OAuthError):
        client.init_with_user_credentials(ground.person("administrator")["userName"], "wrong")


def test_orgs_and_spaces_are_listed(ground, cf):
    orgs = {org["name"]: org["guid"] for org in cf.v3.organizations.list()}
    for subaccount in ground.landscape["subaccounts"]:
        assert orgs[subaccount["org"]["name"]] == subaccount["org"]["guid"]
        spaces = {one["name"]: one["guid"] for one in cf.v3.spaces.list(organization_guids=subaccount["org"]["guid"])}
        assert spaces == {one["name"]: one["guid"] for one in subaccount["spaces"]}


def test_one_of_many_is_found_by_name(ground, cf):
    org = ground.subaccount("cpi-dev")["org"]
    assert cf.v3.organizations.get_first(names=org["name"])["guid"] == org["guid"]
    assert cf.v3.organizations.get_first(names="no-such-org") is None
    assert cf.v3.organizations.get(org["guid"])["name"] == org["name"]


def test_the_marketplace_of_a_space(ground, cf):
    space = ground.space("cpi-dev")
    offered = {one["name"] for one in cf.v3.service_offerings.list(space_guids=space)}
    assert {"it-rt", "content-agent", "destination"} <= offered
    assert "SAPCloudALMAPIs" not in offered
    plans = {one["name"] for one in cf.v3.service_plans.list(service_offering_names="it-rt", space_guids=space)}
    assert plans == {"api"}


def test_an_instance_and_its_key_from_birth_to_end(ground, cf):
    space = ground.space("cpi-dev")
    plan = cf.v3.service_plans.get_first(names="api", service_offering_names="it-rt", space_guids=space)["guid"]
    parameters = {"roles": ["WorkspacePackagesRead"], "grant-types": ["client_credentials"]}
    finish(cf, cf.v3.service_instances.create("from-python", space, plan, parameters=parameters))
    instance = cf.v3.service_instances.get_first(names="from-python", space_guids=space)
    assert instance["last_operation"]["state"] == "succeeded"

    finish(cf, cf.v3.service_credential_bindings.create("key", "key", instance["guid"], None, None, None, None))
    key = cf.v3.service_credential_bindings.get_first(names="key", service_instance_guids=instance["guid"])
    credentials = cf.v3.service_credential_bindings.get(key["guid"], "details")["credentials"]
    token = ground.token(credentials)
    packages = requests.get(
        credentials["oauth"]["url"] + "/api/v1/IntegrationPackages",
        headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
        timeout=10,
    )
    assert packages.status_code == 200, packages.text

    finish(cf, cf.v3.service_credential_bindings._remove(key["guid"]))
    at = credentials["oauth"]
    form = {"grant_type": "client_credentials"}
    refused = requests.post(at["tokenurl"], data=form, auth=(at["clientid"], at["clientsecret"]), timeout=10)
    assert refused.status_code == 401
    finish(cf, cf.v3.service_instances._remove(instance["guid"]))
    assert cf.v3.service_instances.get_first(names="from-python", space_guids=space) is None


def test_a_space_is_made_and_removed(ground, cf):
    org = ground.subaccount("cpi-test")["org"]["guid"]
    space = cf.v3.spaces.create("from-python", org)
    assert cf.v3.spaces.get(space["guid"])["name"] == "from-python"
    finish(cf, cf.v3.spaces._remove(space["guid"]))
    with pytest.raises(InvalidStatusCode) as missing:
        cf.v3.spaces.get(space["guid"])
    assert missing.value.status_code == 404
