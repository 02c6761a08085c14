"""A whole demonstration, small, served by gunicorn, and a browser that signs in to it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CHILDREN, MONTHS = 1_500, 4


@dataclass(frozen=True)
class Site:
    """Where the site is served, and its workspace."""

    address: str
    workspace: Path

    def command(self, *words: str) -> str:
        """Run one of the site's commands; what it printed."""
        return subprocess.run(
            [sys.executable, "-m", "sightline.web", *words],
            env=environment(self.workspace), check=True, capture_output=True, text=True, timeout=300,
        ).stdout  # fmt: skip


def environment(workspace: Path) -> dict[str, str]:
    """The environment of the site's processes."""
    told = {k: v for k, v in os.environ.items() if not k.startswith("SIGHTLINE_")}
    return told | {
        "SIGHTLINE_WORKSPACE": str(workspace), "SIGHTLINE_DEMO": "1",
        "SIGHTLINE_LOG_LEVEL": "ERROR", "DJANGO_SETTINGS_MODULE": "sightline.web.settings",
    }  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demonstration, built once and served."""
    from sightline.tasks.demo import built

    kept = os.environ.get("SIGHTLINE_TEST_SITE")  # a folder that stays between runs
    out = Path(kept) if kept else tmp_path_factory.mktemp("site")
    for said in built(out, children=CHILDREN, months=MONTHS, reports=False):
        assert not said.startswith("not read")
    workspace = out / "workspace"
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
    served = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "sightline.web.wsgi", "--bind", f"127.0.0.1:{port}",
         "--workers", "1", "--threads", "8", "--log-level", "warning"],
        env=environment(workspace),
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield Site(address, workspace)
    finally:
        served.terminate()
        served.wait(timeout=30)


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=2) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the site did not start")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("there is no chromium on this computer")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def signed_in(site: Site, browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page as somebody signed in: ``signed_in("manager", width=320, scripts=False)``."""
    from sightline.web.demo import PASSWORD

    contexts = []

    def opened(username: str, width: int = 1280, scripts: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts,
            base_url=site.address,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in/")
        page.fill("#id_login", username)
        page.fill("#id_password", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_url(lambda url: "/sign-in/" not in url)
        return page

    yield opened
    for context in contexts:
        context.close()
