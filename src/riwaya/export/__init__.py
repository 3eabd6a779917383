"""A record written for other programs and readers: JSON, JSON lines, CSV, and the HTML report."""
