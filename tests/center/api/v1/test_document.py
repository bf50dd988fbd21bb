"""The document is what the routes do: kept in the repository, and held against what is answered."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette
from starlette.routing import Route

from sync.center.api.v1.document import PATH, document, document_bytes
from sync.center.api.v1.operations import BASE, OPERATIONS
from sync.center.staff.keys import KeyScope
from sync.resources import read_resource
from tests.center.api.v1.conftest import Caller, message

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
EXAMPLES = 25
"""Of each operation and each way of making them; a long search is not the aim."""


def test_the_document_kept_is_the_one_that_is_served(app: Starlette, caller: Callable[..., Caller]) -> None:
    kept = read_resource("api", "openapi.json")
    assert kept == document_bytes(), "python -m tests.tools.api_document writes it anew"
    answer = caller(KeyScope.CATALOGUE).client.get(PATH)
    assert (answer.status_code, answer.content) == (200, kept)
    assert json.loads(kept)["openapi"] == "3.1.0"


def test_the_document_names_every_route_and_no_other(app: Starlette) -> None:
    routes = {
        (route.path, method)
        for route in app.routes
        if isinstance(route, Route) and route.path.startswith("/api/")
        for method in (route.methods or ())
        if method != "HEAD"
    }
    told = {(path, method.upper()) for path, one in document()["paths"].items() for method in one}
    assert routes == told | {(PATH, "GET")}


@pytest.mark.parametrize("one", OPERATIONS, ids=lambda one: one.name)
@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_what_is_answered_is_what_the_document_says(
    app: Starlette,
    caller: Callable[..., Caller],
    dossier: str,
    one: object,
    mode: schemathesis.GenerationMode,
) -> None:
    assert one in OPERATIONS
    operation = next(each for each in OPERATIONS if each is one)
    me = caller(*KeyScope)
    assert me.post("/imports", message("m-0")).status_code == 201
    schema = schemathesis.openapi.from_asgi(PATH, app)
    checks = [*CHECKS, *([negative_data_rejection] if mode is schemathesis.GenerationMode.NEGATIVE else [])]
    tested = schema[BASE + operation.path][operation.method]
    if mode is schemathesis.GenerationMode.NEGATIVE and not (operation.parameters or operation.body):
        return  # nothing can be wrong about it

    @given(case=tested.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    def holds(case: schemathesis.Case) -> None:
        answer = case.call(headers={"Authorization": f"Bearer {me.key}"})
        case.validate_response(answer, checks=checks)

    holds()
