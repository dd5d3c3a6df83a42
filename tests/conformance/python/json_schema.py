"""What is wrong with a JSON file by a JSON Schema."""

import functools
import json
from pathlib import Path

import jsonschema


@functools.cache
def validator(file):
    schema = json.loads(Path(file).read_bytes())
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def answer(schema, file):
    errors = validator(schema).iter_errors(json.loads(Path(file).read_bytes()))
    return [f"{error.json_path}: {error.message}"[:300] for error in errors][:10]
