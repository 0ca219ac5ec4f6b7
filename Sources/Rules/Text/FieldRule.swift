import Diagnostics
import StrategyModel
import StrictYAML

/// A rule about the fields of single files, which reports each fault on its own.
protocol FieldRule: Rule {
  /// Reports the fault if it is this rule's kind.
  func check(_ fault: FieldFault, in file: StrategyFile, _ report: inout Report)
}

extension FieldRule {
  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.faultyFiles where !strategy.files[position].fieldFaults.isEmpty {
      let file = strategy.files[position]
      for fault in file.fieldFaults { check(fault, in: file, &report) }
    }
  }
}

extension FieldFault {
  func location(in file: StrategyFile) -> Location { Location(path: file.path, range: range) }

  /// The field at fault as a message's subject: "'role'".
  var subject: String { field.map { "'\($0)'" } ?? "this value" }
}
