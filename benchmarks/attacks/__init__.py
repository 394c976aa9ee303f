"""Attacks on the figures of groups: people who put releases side by side to learn what one person did."""
