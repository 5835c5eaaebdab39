"""Shutting a forked worker in: the steps that the child takes, before any of the student's code, and can never take back.

The warm interpreter runs inside bubblewrap already (no network, read-only system, no home, empty environment). Each submission's child
adds namespaces of its own for processes, mounts and System V IPC, a private home and ``/dev/shm``, an unprivileged user, no
capabilities, resource limits, and a seccomp filter. Linux only; runs on the untrusted side and imports nothing of the grader.
"""

from __future__ import annotations

import ctypes
import os
import resource
import struct
from collections.abc import Mapping
from typing import Any

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID, CLONE_THREAD = 0x00020000, 0x08000000, 0x20000000, 0x00010000
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REC, MS_PRIVATE = 2, 4, 8, 0x4000, 1 << 18
PR_SET_PDEATHSIG, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 24, 38
LAST_CAPABILITY = 63
PRIVATE = ("/student", "/dev/shm", "/proc")
MIB = 2**20

DENIED = (
    # running other programs, and reaching or tracing other processes
    "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_open", "pidfd_getfd",
    "pidfd_send_signal", "process_madvise", "process_mrelease",
    # the network, and files that outlive limits
    "socket", "connect", "bind", "listen", "accept", "accept4", "memfd_create", "memfd_secret",
    # namespaces, mounts, the root
    "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick",
    "mount_setattr", "name_to_handle_at", "open_by_handle_at", "quotactl", "quotactl_fd",
    # memory and messages shared between processes
    "shmget", "shmat", "shmctl", "semget", "semop", "semctl", "semtimedop", "msgget", "msgsnd", "msgrcv", "msgctl", "mq_open", "mq_unlink",
    "add_key", "request_key", "keyctl",
    # the kernel itself
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register", "io_setup", "io_submit",
    "kexec_load", "kexec_file_load",
    "init_module", "finit_module", "delete_module", "reboot", "swapon", "swapoff", "syslog", "acct", "iopl", "ioperm", "personality",
    "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "sethostname", "setdomainname", "fanotify_init", "lookup_dcookie",
    "nfsservctl", "vhangup", "uselib", "ustat", "sysfs", "_sysctl", "modify_ldt", "landlock_create_ruleset",
)
"""System calls that numerical Python never makes; they fail with EPERM. Threads stay possible, processes do not."""

libc = ctypes.CDLL(None, use_errno=True)


class ConfinementFailed(Exception):
    """A step of the confinement did not work; the submission must not run."""


def _call(name: str, *arguments: Any) -> None:
    if getattr(libc, name)(*arguments) != 0:
        code = ctypes.get_errno()
        raise ConfinementFailed(f"{name}: {os.strerror(code)}")


def unshare_pids() -> None:
    """Give the next child of this process a process namespace of its own."""
    _call("unshare", CLONE_NEWPID)


def rejoin_pids(own: int) -> None:
    """Undo `unshare_pids` for this process; ``own`` is an open descriptor of its ``/proc/self/ns/pid``."""
    _call("setns", own, CLONE_NEWPID)


def private_places(limits: Mapping[str, Any], data: str | None) -> None:
    """New mount and IPC namespaces; empty, small, private directories in place of all writable ones; the exercise's data at hand.

    ``/proc`` becomes an empty directory: there is nothing in it that an answer needs.
    """
    _call("unshare", CLONE_NEWNS | CLONE_NEWIPC)
    _call("mount", None, b"/", None, MS_REC | MS_PRIVATE, None)
    for place in PRIVATE:
        size = "size=4k" if place == "/proc" else f"size={int(limits['file_mb']) * 4}m"
        _call("mount", b"tmpfs", place.encode(), b"tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, f"{size},mode=1777,nr_inodes=4096".encode())
    os.chdir("/student")
    if data is not None:
        os.symlink(data, "data")


def drop_privileges(user: int | None) -> None:
    """Become ``user`` if that is given (only root can), and give up every capability and any way to gain one."""
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
    _call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    for capability in range(LAST_CAPABILITY + 1):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)  # fails for those that are not in the set, as it should
    if user is not None:
        os.setresuid(user, user, user)
    header, nothing = struct.pack("=Ii", 0x20080522, 0), bytes(24)
    _call("capset", header, nothing)


def mapped_bytes() -> int:
    """Address space that this process holds already, bytes; to be asked while there is a ``/proc``."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()


def limit_resources(limits: Mapping[str, Any], mapped: int) -> None:
    """Processor time, memory beyond the ``mapped`` bytes, threads, open files, file size; no core dumps."""
    cpu = int(limits["cpu_s"])
    for what, value in (
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_AS, mapped + int(limits["memory_mb"]) * MIB),
        (resource.RLIMIT_NPROC, int(limits["threads"])),
        (resource.RLIMIT_FSIZE, int(limits["file_mb"]) * MIB),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (most, most))


def system_call_filter() -> Any:
    """The seccomp filter, ready to ``load()``; built once in the warm process because building takes milliseconds."""
    import errno

    import pyseccomp

    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    refuse = pyseccomp.ERRNO(errno.EPERM)
    for name in DENIED:
        try:
            rules.add_rule(refuse, name)
        except (OSError, ValueError):  # a call that this architecture or this libseccomp does not know
            if name in ("execve", "socket", "unshare", "mount", "ptrace"):
                raise
    # threads are clone() with CLONE_THREAD; clone3's flags are out of a filter's sight, and glibc falls back when it is "not there"
    rules.add_rule(refuse, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, CLONE_THREAD, 0))
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    rules.add_rule(refuse, "prctl", pyseccomp.Arg(0, pyseccomp.EQ, PR_SET_PDEATHSIG))
    rules.add_rule(refuse, "ioctl", pyseccomp.Arg(1, pyseccomp.EQ, 0x5412))  # TIOCSTI types into a terminal
    return rules


def die_with_parent() -> None:
    """End this process when the warm one ends."""
    import signal

    _call("prctl", PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
