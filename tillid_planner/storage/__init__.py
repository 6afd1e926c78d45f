"""Rows to domain and back; the only importer of sqlite_utils and sqlcipher3."""
