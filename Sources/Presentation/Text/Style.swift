/// Whether text for people is coloured.
package enum Style: Sendable, Hashable {
  case plain
  case coloured

  /// What a piece of text is; a terminal shows each in its own way.
  package enum Role: Sendable, CaseIterable {
    case error, warning, note, help, frame, strong, faint
  }

  /// - Parameter text: one line that is safe to print.
  package func paint(_ text: String, _ role: Role) -> String {
    guard self == .coloured, !text.isEmpty else { return text }
    return Style.start(role) + text + Style.end
  }

  /// All escape sequences that `paint` writes.
  static let sequences = Role.allCases.map(start) + [end]

  private static let end = "\u{1B}[0m"
  private static func start(_ role: Role) -> String { "\u{1B}[\(code(of: role))m" }

  /// Source: ECMA-48, SGR.
  private static func code(of role: Role) -> String {
    switch role {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .help: "1;32"
    case .frame: "34"
    case .strong: "1"
    case .faint: "2"
    }
  }
}
