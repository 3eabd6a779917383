"""What the templates cannot work out themselves: nested layers, drawings, aligned passages."""
