"""You count one row of pixels for each image; every one of its 120 × 120 pixels is a point."""

see = "interpolation#points-values-and-queries"
n_points = 25_000 * 120
points_bytes = n_points * 3 * 8
values_bytes = n_points * 16
