"""Contacts and quantities of one page: who met, called or visited whom, when, where, how long."""
