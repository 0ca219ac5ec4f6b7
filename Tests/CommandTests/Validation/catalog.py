"""Judges a Backstage catalog: every document keeps to the schema, no two have one name, every reference leads to
one of them, and both ends of a membership or a parent say the same. Prints the entities with their owners."""

import json
import pathlib
import sys

import jsonschema
import yaml

schema = json.loads((pathlib.Path(__file__).parent / "catalog.schema.json").read_text())
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
documents = list(yaml.safe_load_all(pathlib.Path(sys.argv[1]).read_text()))
faults = [f"{d['metadata']['name']}: {e.message}" for d in documents for e in validator.iter_errors(d)]

entities = {f"{d['kind'].lower()}:default/{d['metadata']['name']}": d["spec"] for d in documents}
if len(entities) != len(documents):
    faults.append("two entities have one name")
for name, spec in entities.items():
    linked = spec.get("members", []) + spec.get("children", []) + spec.get("memberOf", [])
    linked += [spec[key] for key in ("owner", "parent") if key in spec]
    faults += [f"{name}: {link} is nowhere" for link in linked if link not in entities and link != "unknown"]
    for user in spec.get("members", []):
        if name not in entities.get(user, {}).get("memberOf", []):
            faults.append(f"{user} does not know of {name}")
    for child in spec.get("children", []):
        if entities.get(child, {}).get("parent") != name:
            faults.append(f"{child} does not know of its parent {name}")

for name, spec in entities.items():
    print(name, spec.get("owner", ""))
print("\n".join(faults) or "no faults")
sys.exit(1 if faults or not documents else 0)
