"""Pure: a month of answers becomes findings, findings become a letter and a picture."""
