"""The use cases of those who run groups: signing in, groups, people, figures. No web matters, and never an answer."""
