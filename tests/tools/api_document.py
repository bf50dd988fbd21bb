"""Writes the API's OpenAPI document into `resources/api`: ``python -m tests.tools.api_document``."""

from __future__ import annotations

from sync.center.api.v1.document import document_bytes
from sync.resources import resource_path

if __name__ == "__main__":
    resource_path("api", "openapi.json").write_bytes(document_bytes())
