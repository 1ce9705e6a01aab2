"""pyodata, unmodified: it reads the $metadata of a tenant and works with packages and artifacts by it."""

import pyodata
import pytest
import requests
from pyodata.exceptions import HttpError


def client_of(ground, session):
    tenant = ground.subaccount("cpi-dev")["subdomain"]
    return pyodata.Client(f"{ground.url}/cpi/{tenant}/api/v1/", session)


@pytest.fixture
def session(ground):
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {ground.person_token('developer', 'cpi-dev')}"
    return session


@pytest.fixture
def tenant(ground, session):
    return client_of(ground, session)


def test_the_metadata_names_the_sets(tenant):
    sets = {one.name for one in tenant.schema.entity_sets}
    assert {"IntegrationPackages", "IntegrationDesigntimeArtifacts", "ValueMappingDesigntimeArtifacts"} <= sets
    keys = [key.name for key in tenant.schema.entity_type("IntegrationDesigntimeArtifact").key_proprties]
    assert keys == ["Id", "Version"]


def test_packages_are_listed_and_read(tenant):
    packages = tenant.entity_sets.IntegrationPackages.get_entities().execute()
    assert len(packages) == 1
    package = tenant.entity_sets.IntegrationPackages.get_entity(packages[0].Id).execute()
    assert package.Name == packages[0].Name
    assert package.Version == packages[0].Version


def test_the_artifacts_of_a_package(tenant):
    package = tenant.entity_sets.IntegrationPackages.get_entities().execute()[0]
    artifacts = package.nav("IntegrationDesigntimeArtifacts").get_entities().execute()
    assert artifacts
    for artifact in artifacts:
        assert artifact.PackageId == package.Id
        keys = {"Id": artifact.Id, "Version": artifact.Version}
        same = tenant.entity_sets.IntegrationDesigntimeArtifacts.get_entity(**keys).execute()
        assert same.Name == artifact.Name


def accepted(request):
    """The original answers 202 where pyodata knows 204 only, and so do we; it is done all the same."""
    with pytest.raises(HttpError) as answer:
        request.execute()
    assert answer.value.response.status_code == 202


def test_a_package_is_made_changed_and_deleted(session, tenant):
    fetched = session.get(tenant.url, headers={"X-CSRF-Token": "Fetch"}, timeout=10)
    session.headers["X-CSRF-Token"] = fetched.headers.get("X-CSRF-Token", "")
    packages = tenant.entity_sets.IntegrationPackages
    make = packages.create_entity()
    make.set(Id="FromPython", Name="From Python", ShortText="made by pyodata", Version="1.0.0")
    assert make.execute().Id == "FromPython"
    accepted(packages.update_entity("FromPython", method="PUT").set(Name="Renamed", ShortText="changed"))
    assert packages.get_entity("FromPython").execute().Name == "Renamed"
    accepted(packages.delete_entity("FromPython"))
    with pytest.raises(HttpError) as missing:
        packages.get_entity("FromPython").execute()
    assert missing.value.response.status_code == 404


def test_a_foreign_tenant_is_forbidden(ground, session):
    other = ground.subaccount("cpi-prod")["subdomain"]
    answer = session.get(f"{ground.url}/cpi/{other}/api/v1/IntegrationPackages", timeout=10)
    assert answer.status_code == 403
