"""The kit for paper: shipped fonts, clean text, wrapped lines, columns that flow over pages, codes, PDF.

It knows nothing of dossiers. A form is composed as a display list (`sync.typeset.sheet`) in points
from the top left corner and written by `sync.typeset.pdf`, so what a test or a thermal printer
needs to know of a page can be read from the list without parsing a PDF.
"""
