"""The interface; the only importer of QtWidgets and QtGui."""
