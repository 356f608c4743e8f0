"""The JSON Schema in the docs is that of the tables as they are."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from keeping.taking.schema import schema

FILE = Path(__file__).parents[3] / "docs" / "takeout.schema.json"


def test_the_schema_in_the_docs_is_up_to_date():
    said = json.loads(FILE.read_text())
    assert said == schema(), "Run: manage.py takeout_schema > docs/takeout.schema.json"
    Draft202012Validator.check_schema(said)
