/// A field's path, split into steps: `objectives[first].key_results[done].target`.
package struct FieldPath: Sendable {
  /// One name, with the key of the item after it, if any.
  package struct Step: Equatable {
    package var name: String
    package var item: String?
  }

  package let steps: [Step]

  package init(_ path: String) {
    var steps: [Step] = []
    var step = Step(name: "", item: nil)
    var isItem = false
    var isEscaped = false
    for character in path {
      if isEscaped || !"\\[].".contains(character) {
        if isItem { step.item = (step.item ?? "") + String(character) } else { step.name.append(character) }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "[" {
        (isItem, step.item) = (true, "")
      } else if character == "]" {
        isItem = false
      } else {
        steps.append(step)
        step = Step(name: "", item: nil)
      }
    }
    self.steps = steps + [step]
  }

  /// The name at the top: `objectives`.
  package var top: String { steps[0].name }

  /// The name at the end, when the path leads to a field of such lists: `field(in: "objectives", "key_results")`.
  package func field(in lists: String...) -> String? {
    guard steps.count == lists.count + 1, steps.dropLast().map(\.name) == lists, steps.last?.item == nil else {
      return nil
    }
    return steps.dropLast().allSatisfy { $0.item != nil } ? steps.last?.name : nil
  }

  /// The objective and the key result that a field of OKRs belongs to.
  package var objective: String? { top == "objectives" ? steps[0].item : nil }
  package var keyResult: String? {
    steps.count > 1 && steps[1].name == "key_results" && objective != nil ? steps[1].item : nil
  }
}
