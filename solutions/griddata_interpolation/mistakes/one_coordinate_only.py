"""You count 8 bytes for a position; it has three coordinates of 8 bytes each."""

see = "interpolation#points-values-and-queries"
points_bytes = n_points * 8
xi_bytes = n_xi * 8
