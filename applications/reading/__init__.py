"""Reads a posting: its text out of what was pasted, its header, its requirements and duties. All of it is pure."""
