# SPDX-License-Identifier: GPL-3.0-or-later
"""What a child process that reads a file from outside may take: memory, time, and no file to write.

Linux and its like keep limits set by the child itself; Windows wants a job object made by its parent; on
macOS, where memory cannot be limited, a thread of the child watches it.
"""

import ctypes
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes."""
MOST_SECONDS = 20
_IS_WINDOWS = os.name == "nt"
_IS_MACOS = hasattr(os, "uname") and os.uname().sysname == "Darwin"
_LOOK_AGAIN = 0.05
_OUT_OF_MEMORY = 77
_EXTENDED_LIMITS = 9
_ONE_PROCESS, _PROCESS_MEMORY, _END_WITH_JOB = 0x8, 0x100, 0x2000


def confine_self() -> None:
    """Limit this process for good; called by the child before it sees a byte of the file."""
    if _IS_WINDOWS:
        return
    import resource

    _limit(resource.RLIMIT_CPU, MOST_SECONDS)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    if _IS_MACOS:
        threading.Thread(target=_watch_memory, daemon=True).start()
    else:
        _limit(resource.RLIMIT_AS, MOST_MEMORY)


def _limit(what: int, most: int) -> None:
    import resource

    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def _watch_memory() -> None:
    import resource

    # macOS counts in bytes, and the highest ever is what matters.
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MOST_MEMORY:
        time.sleep(_LOOK_AGAIN)
    os._exit(_OUT_OF_MEMORY)


@contextmanager
def confine_child(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Limit a child from outside where it cannot do so itself: on Windows."""
    if not _IS_WINDOWS:
        yield
        return
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    try:
        limits = _ExtendedLimits()
        limits.basic.flags = _ONE_PROCESS | _PROCESS_MEMORY | _END_WITH_JOB
        limits.basic.processes = 1
        limits.process_memory = MOST_MEMORY
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        handle: Any = ctypes.c_void_p(int(vars(process)["_handle"]))
        kernel.AssignProcessToJobObject(job, handle)
        yield
    finally:
        kernel.CloseHandle(job)


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )
