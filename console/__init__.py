"""The web in-edge: the console of facilitators. It shows what journeys hand out, and opens nobody's words."""
