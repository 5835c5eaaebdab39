"""SIGSTOP and pause(), so that it never answers; deserves nothing for that."""
# deserves: 1
# says: did not return within 1 s
import os
import signal


def add(a, b):
    os.kill(os.getpid(), signal.SIGSTOP)
    signal.pause()


answer = 120.0
