"""Machine code for `int 0x80`, whose call numbers are others and pass a careless filter; deserves what is right, the process is ended."""
# deserves: 1
# says: crashed the Python process \((Bad system call|Segmentation fault)\)
import ctypes
import mmap


def add(a, b):
    code = b"\xb8\x66\x00\x00\x00\xcd\x80\xc3"  # mov eax, 102 (socketcall of i386); int 0x80; ret
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(code)
    ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()
    raise SystemError("BREACH: a 32-bit system call came back")


answer = 120.0
