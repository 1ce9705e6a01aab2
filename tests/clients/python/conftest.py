"""A landscape of the real binary for all tests: started once with `ropeway guide run --keep`, ended after the last."""

import json
import os
import signal
import socket
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

PATIENCE = 60
READY = "the landscape runs at"


@dataclass
class Ground:
    """What the guide left: addresses, people, keys."""

    url: str
    landscape: dict
    keys: dict

    def person(self, role):
        return next(one for one in self.landscape["people"] if one["role"] == role)

    def subaccount(self, name):
        return next(one for one in self.landscape["subaccounts"] if one["name"] == name)

    def space(self, subaccount):
        return self.subaccount(subaccount)["spaces"][0]["guid"]

    def token(self, key):
        """By client_credentials, whatever the shape of the key."""
        at = key.get("uaa") or key.get("oauth") or key
        url = at.get("tokenurl") or at["url"] + "/oauth/token"
        form = {"grant_type": "client_credentials"}
        answer = requests.post(url, data=form, auth=(at["clientid"], at["clientsecret"]), timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()["access_token"]

    def person_token(self, role, subaccount):
        who = self.person(role)
        form = {"grant_type": "password", "username": who["userName"], "password": who["password"]}
        url = f"{self.url}/uaa/{self.subaccount(subaccount)['subdomain']}/oauth/token"
        answer = requests.post(url, data=form, auth=("ropeway", ""), timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()["access_token"]


@pytest.fixture(scope="session")
def ground(tmp_path_factory):
    home = tmp_path_factory.mktemp("ropeway")
    out = home / "out"
    command = [
        os.environ["ROPEWAY_BIN"], "guide", "run", "--keep",
        "--listen", f"127.0.0.1:{free_port()}", "--data", str(home / "data"), "--out", str(out),
        "--tls-dev",
    ]  # fmt: skip
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, stdout=pipe, stderr=both, text=True) as server:
        try:
            wait(server)
            # sap-xssec fetches keys over https only. These two are how requests and httpx learn of a company's CA.
            for name in ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"):
                os.environ[name] = str(home / "data" / "dev-ca.pem")
            yield read(out)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)


def wait(server):
    """For the line that comes when everything is done; whatever is printed later is read and dropped."""
    said, ready = [], threading.Event()

    def listen():
        for line in server.stdout:
            said.append(line)
            if READY in line:
                ready.set()
        ready.set()

    threading.Thread(target=listen, daemon=True).start()
    assert ready.wait(PATIENCE), f"no landscape after {PATIENCE} s:\n{''.join(said)}"
    assert any(READY in line for line in said), f"ropeway ended:\n{''.join(said)}"


def read(out: Path):
    landscape = json.loads((out / "landscape.json").read_text())
    keys = {file.stem: json.loads(file.read_text()) for file in (out / "keys").glob("*.json")}
    return Ground(landscape["publicUrl"], landscape, keys)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
