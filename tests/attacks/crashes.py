"""A segmentation fault through ctypes, a stack overflow in C and abort(); deserves what is right."""
# deserves: 1
# says: crashed the Python process \(Segmentation fault\)
# says: (crashed|ended) the Python process
import ctypes
import os


def add(a, b):
    ctypes.string_at(0)


def scale(vector, factor):
    os.abort()


answer = 120.0
