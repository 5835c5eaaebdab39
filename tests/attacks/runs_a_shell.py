"""Every magic that runs a shell command; deserves full marks, none is run."""
# deserves: 6
# %%
!touch /tmp/shelled; cat CANARY
# %%
%system touch /tmp/shelled
# %%
%sx touch /tmp/shelled
# %%
# the marker of the next cell must be followed by a cell magic at once
get_ipython().run_cell_magic("bash", "", "touch /tmp/shelled")
# %%
get_ipython().system("touch /tmp/shelled")
found = get_ipython().getoutput("cat CANARY")
if "canary" in str(found):
    raise SystemError("BREACH: a command was run")
# %%
%run /tmp/nothing.py
# %%
%pip install attack
# %%
import os

if os.path.exists("/tmp/shelled"):
    raise SystemError("BREACH: a shell was run")
# %%
def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return [sum([x] * factor) for x in vector]


answer = 120.0
