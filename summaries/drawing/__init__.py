"""What picture and PDF share: the fonts and their signs, the press that prints them, and the parts that are drawn."""
