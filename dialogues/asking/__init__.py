"""What is asked next and when: programmes on a calendar, a leader's own rhythm, zones, holidays, windows, picking."""
