"""Pure: what a facilitator may see of a group, as figures that cannot be subtracted from each other."""
