"""Training of the line classifier: pages laid out from real articles, and its sequence model."""
