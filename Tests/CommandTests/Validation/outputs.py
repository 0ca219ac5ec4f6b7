"""Judges what commands print as JSON: each schema must be a valid one (draft 2020-12) and have outputs, accept them all,
and refuse each with one more key or without one of its keys."""

import json
import pathlib
import sys

import jsonschema

schemas, outputs = map(pathlib.Path, sys.argv[1:])
faults = 0
count = 0


def fault(*words):
    global faults
    faults += 1
    print(*words)


for path in sorted(schemas.glob("*.json")):
    schema = json.loads(path.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    name = path.name.removesuffix(".schema.json")
    answers = sorted((outputs / name).glob("*.json"))
    if not answers:
        fault(f"{name}: there is no output")
    for answer in answers:
        count += 1
        value = json.loads(answer.read_text())
        for error in list(validator.iter_errors(value))[:3]:
            best = jsonschema.exceptions.best_match([error])
            fault(f"{name}/{answer.stem}: {best.json_path}: {best.message[:300]}")
        if "$schema" in value:
            continue
        if validator.is_valid(value | {"unknown": 1}):
            fault(f"{name}/{answer.stem}: an unknown key is accepted")
        if any(validator.is_valid({k: v for k, v in value.items() if k != key}) for key in value if key != "history"):
            fault(f"{name}/{answer.stem}: a missing key is accepted")

print(f"{len(list(schemas.glob('*.json')))} schemas, {count} outputs, {faults} faults")
sys.exit(1 if faults else 0)
