"""Reads pairs of texts with PyYAML's own reader, which is written in Python and shares no code with libyaml.

Standard input: one JSON list [seed, before, after] a line. Prints each pair that does not mean the same, or whose second
text cannot be read; the order of a mapping's keys means nothing.
"""

import json
import sys

import yaml


def meaning(node):
    if node is None:
        return ""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [meaning(item) for item in node.value]
    return sorted(([meaning(key), meaning(value)] for key, value in node.value), key=repr)


def read(text):
    try:
        return meaning(yaml.compose(text, Loader=yaml.BaseLoader))
    except yaml.YAMLError as error:
        return "cannot be read: " + " ".join(str(error).split())


for line in sys.stdin:
    seed, before, after = json.loads(line)
    first, second = read(before), read(after)
    unreadable = isinstance(second, str) and second.startswith("cannot be read: ")
    if first != second or unreadable:
        print(json.dumps([seed, before, after, first, second]))
