"""The center's store: journals and projections over SQLAlchemy, SQLite first, PostgreSQL by URL."""
