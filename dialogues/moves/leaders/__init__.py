"""What belongs to the leader: answers, look backs, intentions, groups, dry runs."""
