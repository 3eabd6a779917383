"""Runs the page steps in processes and the corpus joins after them."""
