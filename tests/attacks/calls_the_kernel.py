"""Forbidden system calls made directly: new namespaces, mounts, tracing, other users, sockets, capabilities. Deserves full marks, all fail."""
# deserves: 6
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
ATTEMPTS = {
    "a user namespace": lambda: libc.unshare(0x10000000),
    "a mount namespace": lambda: libc.unshare(0x00020000),
    "a mount": lambda: libc.mount(b"proc", b"/proc", b"proc", 0, None),
    "a bind mount": lambda: libc.mount(b"/", b"/tmp", None, 4096, None),
    "an unmount": lambda: libc.umount2(b"/proc", 2),
    "chroot": lambda: libc.chroot(b"/tmp"),
    "tracing": lambda: libc.ptrace(0, 0, 0, 0),
    "another's memory": lambda: libc.syscall(310, 1, None, 0, None, 0, 0),
    "a socket": lambda: libc.socket(2, 1, 0),
    "root": lambda: -1 if os.getuid() == 0 else libc.setuid(0),
    "root for files": lambda: -1 if os.getuid() == 0 or (libc.setfsuid(0), libc.setfsuid(0))[1] else 0,
    "a hostname": lambda: libc.sethostname(b"owned", 5),
    "BPF": lambda: libc.syscall(321, 0, None, 0),
    "io_uring": lambda: libc.syscall(425, 8, ctypes.create_string_buffer(256)),
    "userfaultfd": lambda: libc.syscall(323, 0),
    "a key": lambda: libc.syscall(248, b"user", b"k", b"v", 1, -3),
    "shared memory": lambda: libc.shmget(0x1234, 4096, 0o1666),
    "a message queue": lambda: libc.msgget(0x1234, 0o1666),
    "a semaphore": lambda: libc.semget(0x1234, 1, 0o1666),
    "an anonymous file": lambda: libc.memfd_create(b"x", 0),
    "more processor time": lambda: libc.prlimit(0, 0, (ctypes.c_ulong * 2)(10**6, 10**6), None),
    "a device": lambda: libc.mknod(b"/tmp/disk", 0o60666, os.makedev(8, 0)),
    "the clock": lambda: libc.settimeofday((ctypes.c_long * 2)(0, 0), None),
    "the handle of a file": lambda: libc.syscall(304, -100, ctypes.create_string_buffer(64), 0),
    "capabilities": lambda: libc.capset((ctypes.c_uint * 2)(0x20080522, 0), (ctypes.c_uint * 6)(*[2**32 - 1] * 6)),
    "new privileges": lambda: libc.prctl(38, 0, 0, 0, 0),
    "life without parent": lambda: libc.prctl(1, 0, 0, 0, 0),
}
for what, attempt in ATTEMPTS.items():
    if attempt() >= 0:
        raise SystemError(f"BREACH: got {what}")

def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return sum((np.asarray(vector, dtype=float) for _ in range(factor)), np.zeros(np.shape(vector)))


answer = 120.0
