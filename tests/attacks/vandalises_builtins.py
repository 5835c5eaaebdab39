"""Replaces open, print, isinstance, len and the import, empties __builtins__ and sys.modules; deserves nothing, only it is hurt."""
# deserves: 0
import builtins
import sys

for name in ("open", "print", "isinstance", "len", "range", "type", "callable", "__import__", "dict", "str", "getattr"):
    setattr(builtins, name, lambda *args, **kwargs: True)
sys.modules.clear()
builtins.__dict__.clear()
