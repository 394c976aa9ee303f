"""The rhythm that is the leader's own: how often, which days, rest, and the settings."""
