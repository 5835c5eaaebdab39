"""An error whose text cannot be encoded, with terminal escapes and markup; deserves nothing, and the report must stay clean."""
# deserves: 1
def add(a, b):
    raise ValueError("\ud800\x1b[2J\x1b]0;title\x07[bold]<script>alert(1)</script>\u202e")


scale = add
answer = 120.0
