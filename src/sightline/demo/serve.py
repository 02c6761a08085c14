"""Serves a folder of pages to this machine alone, with careful headers and nothing else."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sightline.kit.problems import UserError

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class _Handler(SimpleHTTPRequestHandler):
    """Files only: no listing of folders, no log of what is read."""

    def end_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        self.send_error(404, "Not found")

    def log_message(self, *args: Any) -> None:
        """Say nothing: a log of addresses would tell what was read."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder on this machine's own address; port 0 takes a free one.

    Raises ``UserError`` where the port is taken.
    """
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise UserError(
            f"Port {port} is taken. Choose another with PORT=8001 or --port."
        ) from error


def serve(folder: Path, port: int) -> None:
    """Serve until stopped, and say where."""
    with server(folder, port) as made:
        print(f"Open http://127.0.0.1:{made.server_port}/ (stop with Ctrl+C)", flush=True)
        made.serve_forever()
