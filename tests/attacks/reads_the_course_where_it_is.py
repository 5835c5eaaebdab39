"""Opens the course's own folders by the paths they have on the host; deserves nothing."""
# deserves: 0
import os

for place in ("SOLUTIONS", "SOLUTIONS/adding/adding.py", "SOLUTIONS/adding/test_adding.py", "CANARY", "/root/.bashrc", "/root/.ssh", "/etc/passwd",
              "/etc/shadow", "/var/log", "/run", "/sys", "/proc/1/environ", "/proc/self/mountinfo"):
    try:
        seen = os.listdir(place) if os.path.isdir(place) else open(place).read()
    except OSError:
        continue
    if seen:
        raise SystemError(f"BREACH: {place}: {seen[:5]}")
