"""You count 8 bytes for a complex coefficient; complex128 holds two numbers of 8 bytes each."""

see = "interpolation#points-values-and-queries"
values_bytes = n_points * 8
