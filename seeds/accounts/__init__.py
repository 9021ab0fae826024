"""Accounts of articles (`seeds/articles`): reading and writing their files."""
