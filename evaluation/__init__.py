"""Scripts that score and measure; they stand outside the package."""
