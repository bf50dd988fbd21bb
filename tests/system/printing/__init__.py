"""Printing over the real protocol, to printers that run as processes of their own."""
