"""Read articles of the press: text, web page or Word file -> Article -> Findings. Pure Python: it imports no app."""
