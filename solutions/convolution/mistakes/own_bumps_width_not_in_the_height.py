"""The width is in the exponent only: a function w times as wide has a transform w times as high."""

see = "convolution#two-copies-make-fringes"

own_difference, own_sum = own_difference / my_numbers(student_id)["w"], own_sum / my_numbers(student_id)["w"]
