"""Judges the JSON Schemas: each must be a valid draft-07 schema, accept every file of the sample company
and of the right kind only, and refuse a file with an unknown field."""

import json
import pathlib
import sys

import jsonschema
import yaml

root = pathlib.Path(sys.argv[1])


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema as far as it matters here: a day is text, and so are 'yes' and 'no'."""


Core.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), list("tf"))

validators = {}
for path in sorted((root / "schema").glob("*.json")):
    schema = json.loads(path.read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    validators[path.stem] = jsonschema.Draft7Validator(schema)

files = sorted((root / "sample-repo").rglob("*.yaml"))
faults = 0
for path in files:
    document = yaml.load(path.read_text(), Core)
    for kind, validator in validators.items():
        valid = validator.is_valid(document)
        if valid != (kind == document["kind"]):
            faults += 1
            error = next(validator.iter_errors(document), "should be refused")
            print(f"{path} as {kind}: {getattr(error, 'message', error)}")
    document["nmae"] = "x"
    if validators[document["kind"]].is_valid(document):
        faults += 1
        print(f"{path}: an unknown field is accepted")

print(f"{len(validators)} schemas, {len(files)} files, {faults} faults")
sys.exit(1 if faults or not files else 0)
