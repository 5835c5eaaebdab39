"""Twice as many angles as needed: the nearest is at most half a step away, a half turn is enough, and the tip is 75 Å from the centre."""
see = "cross_correlation#turn-the-template"

angles_needed = 30
