"""Connects to a listener of the test's on 127.0.0.1, to abstract and named sockets, and asks for a name; deserves full marks, in vain."""
# deserves: 6
import ctypes
import socket

for family, address in ((socket.AF_INET, ("127.0.0.1", 1 + int("0PORT"))), (socket.AF_INET, ("127.0.0.1", int("0PORT"))),
                        (socket.AF_UNIX, "\0ABSTRACT"), (socket.AF_UNIX, "/run/dbus/system_bus_socket"), (socket.AF_INET, ("8.8.8.8", 53))):
    try:
        socket.socket(family, socket.SOCK_STREAM).connect(address)
    except OSError:
        continue
    raise SystemError(f"BREACH: {address}")
try:
    socket.getaddrinfo("example.org", 80)
    raise SystemError("BREACH: a name was resolved")
except OSError:
    pass
if ctypes.CDLL(None).socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) >= 0:
    raise SystemError("BREACH: a netlink socket")

def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return sum((np.asarray(vector, dtype=float) for _ in range(factor)), np.zeros(np.shape(vector)))


answer = 120.0
