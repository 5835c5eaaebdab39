"""Threads and atexit handlers that go on writing answers after the call returned; deserves nothing for what they spoil."""
# deserves: 0
# says: not an answer|answers no request|ended the Python process|did not return
import atexit
import os
import threading
import time


def write():
    while True:
        os.write(3, b"\0\0\0\1\xc3")
        time.sleep(0.001)


def add(a, b):
    threading.Thread(target=write, daemon=True).start()
    time.sleep(0.1)
    return 3.0


scale = add
atexit.register(lambda: open("/tmp/late", "w").write("late"))
