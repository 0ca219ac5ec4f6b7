package enum StrictYAMLPlaceholder {}
