"""The two editions: what each shows, and the mark by which the local one is known."""
