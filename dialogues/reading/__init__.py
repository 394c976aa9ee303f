"""Reading an answer clause by clause, for the markers."""
