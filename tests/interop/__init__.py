"""The center and the desk against other implementations of tus: tuspy, tus-js-client, @tus/server."""
