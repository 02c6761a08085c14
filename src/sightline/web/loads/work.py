"""The worker: takes jobs out of the queue and has each done in a process of its own.

The worker itself only waits and renews the lease, so nothing that a job does can keep it from
that. A job's process has a low priority, and ends when its worker does.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import date
from typing import Any

from django.db import close_old_connections
from django.utils import timezone

from sightline.web.audits.again import run_daily
from sightline.web.loads import queue
from sightline.web.loads.models import Job, State
from sightline.web.loads.queue import Held, LostError
from sightline.web.loads.uploads import sweep

_LOG = logging.getLogger("sightline.work")
_NICE = 10
_LOOK = 0.2
_ORPHANED = 3


class Worker:
    """Does jobs one after another until it is told to stop.

    Told to stop, it gives the job at hand ``grace`` seconds, and then hands it back.
    """

    def __init__(self, pause: float = 1.0, grace: float = 25.0) -> None:
        self.pause, self.grace = pause, grace
        self._stopping = threading.Event()
        self._since = 0.0
        self._day: date | None = None

    def stop(self, *_: Any) -> None:
        """Take up nothing more."""
        self._since = self._since or time.monotonic()
        self._stopping.set()

    def run(self) -> None:
        """Work until a signal says stop."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self.stop)
        sweep()
        while not self._stopping.is_set():
            close_old_connections()
            self._daily()
            if not self.once():
                self._stopping.wait(self.pause)

    def _daily(self) -> None:
        """Once a day: draw audits again of what was graded inadequate."""
        today = timezone.localdate()
        if self._day == today:
            return
        self._day = today
        try:
            run_daily(today)
        except Exception:
            _LOG.exception("the daily work failed")

    def once(self) -> bool:
        """Do one job, if there is one."""
        held = queue.claim()
        if held is None:
            return False
        self._see_to(held)
        sweep()
        return True

    def _see_to(self, held: Held) -> None:
        process = _started(held.job)
        try:
            self._wait(held, process)
        except LostError:
            _ended(process)
            forget_what_is_gone()
        finally:
            _ended(process)

    def _wait(self, held: Held, process: subprocess.Popen[bytes]) -> None:
        """Wait for its process, renewing the lease; what a crash leaves open is handed back."""
        renewed = time.monotonic()
        while process.poll() is None:
            if self._is_out_of_time():
                _ended(process)
                held.hand_back()
                return
            if time.monotonic() - renewed > queue.LEASE_SECONDS / 4:
                renewed = time.monotonic()
                held.renew()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK)
        with suppress(LostError):  # it has ended as it should
            held.hand_back(counts=True)

    def _is_out_of_time(self) -> bool:
        return self._stopping.is_set() and time.monotonic() - self._since > self.grace


def forget_what_is_gone() -> None:
    """Take away what a stopped job may have published of a load that is deleted."""
    from sightline.tasks.publish import forget
    from sightline.web.loads.kinds import workspace_folder

    forget(workspace_folder())


def _started(job: Job) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sightline.web", "work", "--job", str(job.pk)]
    return subprocess.Popen([*command, "--lease", job.lease], stdin=subprocess.PIPE)


def _ended(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
    process.wait()
    if process.stdin:
        process.stdin.close()


def do_one(number: int, lease: str) -> None:
    """What the process of a job does."""
    threading.Thread(target=_end_with_worker, daemon=True).start()
    with suppress(OSError):
        os.nice(_NICE)
    try:
        queue.do(Held.again(number, lease))
    except LostError:
        return
    except Exception:
        log = logging.getLogger("sightline.jobs")
        log.exception("job could not be ended", extra={"job": number})
        sys.exit(1)


def _end_with_worker() -> None:
    """Wait for the pipe to the worker to close, which it does when the worker dies; then go too."""
    with suppress(OSError):
        os.read(0, 1)
    os._exit(_ORPHANED)


def do_here() -> bool:
    """Do one job in this process; whether there was one. For tests, and machines with one core."""
    held = queue.claim()
    if held is None:
        return False
    with suppress(LostError):
        queue.do(held)
    return True


def is_alive(seconds: float = 120) -> bool:
    """Whether no job has been waiting for so long that there seems to be no worker."""
    from datetime import timedelta

    from django.utils import timezone

    since = timezone.now() - timedelta(seconds=seconds)
    running = Job.objects.filter(state=State.RUNNING, lease_until__gte=timezone.now())
    waiting = Job.objects.filter(state=State.QUEUED, made_at__lt=since)
    return running.exists() or not waiting.exists()
