"""The files of deployment: they parse, name what is there, and open nothing but one port."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy"
yaml = pytest.importorskip("yaml")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def test_the_image_copies_what_is_there() -> None:
    lines = (DEPLOY / "Containerfile").read_text().splitlines()
    named = [w for line in lines if re.match(r"COPY (?!--)", line) for w in line.split()[1:-1]]
    assert "constraints.txt" in named
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert "USER sightline" in lines


def test_no_port_is_open_but_that_of_tls() -> None:
    ports = {name: one["ports"] for name, one in COMPOSE["services"].items() if "ports" in one}
    assert ports == {"proxy": ["443:443"]}


def test_what_is_mounted_from_here_is_here_or_made_by_the_readme() -> None:
    readme = (DEPLOY / "README.md").read_text()
    for one in COMPOSE["services"].values():
        for volume in one.get("volumes", ()):
            source = volume.split(":")[0]
            if source.startswith("./"):
                assert (DEPLOY / source).exists() or f"mkdir -m 700 {source[2:]}" in readme
    for secret in COMPOSE["secrets"].values():
        assert Path(secret["file"]).name in readme


def test_every_secret_and_volume_is_declared() -> None:
    for name, one in COMPOSE["services"].items():
        assert set(one.get("secrets", ())) <= set(COMPOSE["secrets"]), name
        named = {v.split(":")[0] for v in one.get("volumes", ()) if not v.startswith(".")}
        assert named <= set(COMPOSE["volumes"]), name
        assert set(one.get("networks", ())) <= set(COMPOSE["networks"]), name


def test_the_site_can_write_to_little_and_may_little() -> None:
    for name in ("web", "worker", "migrate"):
        one = COMPOSE["services"][name]
        assert one["read_only"] is True
        assert one["cap_drop"] == ["ALL"]


def test_no_secret_is_written_down() -> None:
    for path in DEPLOY.iterdir():
        text = path.read_text()
        assert "BEGIN" not in text
        assert not re.search(r"(?i)password\s*[:=]\s*[\"']?\w{6,}$", text, re.M), path.name


def test_the_commands_of_the_entry_are_there() -> None:
    entry = DEPLOY / "entry.sh"
    assert subprocess.run(["sh", "-n", str(entry)]).returncode == 0
    assert entry.stat().st_mode & 0o100
    commands = {
        command for one in COMPOSE["services"].values() for command in one.get("command", ())
    }
    assert commands == {"migrate", "--noinput", "web", "worker"}


def test_the_largest_upload_is_the_same_everywhere() -> None:
    said = COMPOSE["x-site"]["environment"]["SIGHTLINE_UPLOAD_MB"]
    assert said == "500"
    assert "max_size 505MB" in (DEPLOY / "Caddyfile").read_text()  # with what a form adds


def test_every_variable_of_the_files_is_one_that_the_site_reads() -> None:
    source = "\n".join(path.read_text() for path in (ROOT / "src/sightline/web").rglob("*.py"))
    for variable in COMPOSE["x-site"]["environment"]:
        name = variable.removeprefix("SIGHTLINE_").removesuffix("_FILE")
        if variable.startswith("SIGHTLINE_") and name != "PROXY":
            assert f'"{name}"' in source, variable
