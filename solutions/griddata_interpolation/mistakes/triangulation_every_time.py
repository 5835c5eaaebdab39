"""You pay for the triangulation with every set of queries; it depends on the points only, and without it another piece is slowest."""

see = "interpolation#where-the-time-goes"
slowest_again = "A"
