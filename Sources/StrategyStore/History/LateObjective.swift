/// An objective that is added when its cycle is under way.
package enum LateObjective {
  /// The remark about it in the commit's message.
  package static func remark(in cycle: String) -> String { "\(cycle) is active: this adds to what was promised." }
}
