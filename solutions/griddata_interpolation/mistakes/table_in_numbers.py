"""You counted the entries of the table; each is a float64 of 8 bytes."""

see = "interpolation#where-the-time-goes"
table_bytes = table_bytes // 8
