"""Measurements with a peer in the same run; every figure is printed by a command."""
