/// Whether text for people is coloured.
package enum Style: Sendable, Hashable {
  case plain
  case coloured

  /// What a piece of text is; a terminal shows each in its own way.
  package enum Role: Sendable {
    case error, warning, note, help, frame, strong, faint
  }

  /// - Parameter text: one line that is safe to print.
  package func paint(_ text: String, _ role: Role) -> String {
    guard self == .coloured, !text.isEmpty else { return text }
    return "\u{1B}[\(code(of: role))m\(text)\u{1B}[0m"
  }

  /// Source: ECMA-48, SGR.
  private func code(of role: Role) -> String {
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

extension Severity {
  package var role: Style.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
