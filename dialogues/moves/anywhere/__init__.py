"""What may be said or tapped wherever the talk stands: commands, presses, wishes, and a first arrival."""
