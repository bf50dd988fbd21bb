"""The center's pages for its staff and for citizens: server-rendered, no script, every state in the database."""
