"""What ``sightline serve`` and the demonstration do: start the site in processes of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

from sightline.kit.problems import UserError

WORKERS, THREADS = 2, 4


def serve(workspace: Path, port: int, demo: bool = False) -> int:
    """Bring the records up to date, serve until stopped, and stop the worker with it.

    Returns the server's exit code. ``demo`` serves without TLS and with known passwords. Only this
    machine is answered. Raises ``UserError`` where the site is not installed or the port is taken.
    """
    environment = _environment(workspace, demo)
    _free(port)
    _command(environment, "migrate", "--verbosity", "0")
    if demo:
        _command(environment, "sign_ins", f"http://127.0.0.1:{port}/")
    worker = subprocess.Popen([*_PYTHON, "sightline.web", "work"], env=environment)
    try:
        return subprocess.run(
            [*_PYTHON, "gunicorn", "sightline.web.wsgi", "--bind", f"127.0.0.1:{port}",
             "--workers", str(WORKERS), "--threads", str(THREADS), "--timeout", "120",
             "--log-level", "warning"],
            env=environment,
        ).returncode  # fmt: skip
    except KeyboardInterrupt:
        return 0
    finally:
        worker.terminate()
        worker.wait(timeout=30)


def fill(workspace: Path) -> Iterator[str]:
    """Make the people and audits of a demonstration in the workspace's records; says which."""
    environment = _environment(workspace, demo=True)
    _command(environment, "migrate", "--verbosity", "0")
    _command(environment, "fill_demo")
    yield "People of each role and a year of audits are in the site."


_PYTHON = (sys.executable, "-m")


def _environment(workspace: Path, demo: bool) -> dict[str, str]:
    if find_spec("django") is None:
        raise UserError("The site is not installed: pip install 'sightline[web]'.")
    told = dict(os.environ, SIGHTLINE_WORKSPACE=str(workspace.resolve()))
    return told | {"SIGHTLINE_DEMO": "1"} if demo else told


def _command(environment: dict[str, str], *command: str) -> None:
    done = subprocess.run(_words(command), env=environment)
    if done.returncode:
        raise UserError(f"The site's records could not be made ready ({command[0]}).")


def _words(command: Sequence[str]) -> list[str]:
    return [*_PYTHON, "sightline.web", *command]


def _free(port: int) -> None:
    with closing(socket.socket()) as tried:
        if tried.connect_ex(("127.0.0.1", port)) == 0:
            raise UserError(f"Port {port} is taken. Choose another with PORT=8001 or --port.")
