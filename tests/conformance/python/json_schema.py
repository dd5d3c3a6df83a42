"""What is wrong with a JSON file by a JSON Schema, as a JSON array of messages."""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    instance = json.load(file)
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
errors = validator(schema, format_checker=validator.FORMAT_CHECKER).iter_errors(instance)
json.dump([f"{error.json_path}: {error.message}"[:300] for error in errors][:10], sys.stdout)
