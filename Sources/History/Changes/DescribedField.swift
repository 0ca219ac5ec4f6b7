package import StrategyModel

extension Kind {
  /// The description of the innermost field at a path; `nil` when a name in the path is unknown.
  package func field(at path: String) -> FieldDescription? {
    var shape: Shape? = .record(fields)
    var found: FieldDescription?
    for step in FieldPath(path).steps {
      guard case .record(let fields)? = shape else { return found }
      guard let field = fields.first(where: { $0.name == step.name }) else { return nil }
      found = field
      shape = step.item == nil ? field.shape : field.shape.item
    }
    return found
  }
}

extension FieldChange {
  /// What a change of the field means; `nil` for a field without a description.
  package func consequence(in kind: Kind) -> Consequence? { kind.field(at: path)?.consequence }

  /// Whether the field has this bearing.
  package func bears(_ bearing: Consequence.Bearing, in kind: Kind) -> Bool {
    !isNewName && consequence(in: kind)?.bearing.contains(bearing) ?? false
  }
}
