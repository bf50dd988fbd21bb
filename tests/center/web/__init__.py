"""The center's pages: behaviour over ASGI, rights, and a real browser."""
