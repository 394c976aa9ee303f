"""Composition root: settings, wiring, command line, intake, ticker and the gateway to Telegram."""
