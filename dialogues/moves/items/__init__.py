"""What is asked, step by step: dilemmas, cases, pulses and checks, their values, and the ways out of them."""
