"""What people decided, and the publications that are known."""
