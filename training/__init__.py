"""Scripts that train the shipped models; each runnable by anyone with the data named in its card."""
