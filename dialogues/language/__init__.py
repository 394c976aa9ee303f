"""Words as such, in two languages: tokens, lemmas, phrases and meanings, before anybody asks what they call for."""
