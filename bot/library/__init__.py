"""What authors of content use: checking it, looking at one item as it will appear, rehearsing a whole programme."""
