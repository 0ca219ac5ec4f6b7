/// Tools whose exports are known.
package enum ExportingTool: String, Sendable, CaseIterable {
  case amplitude, mixpanel, pendo

  /// The segment that means everybody.
  package var whole: String {
    switch self {
    case .amplitude: "All Users"
    case .mixpanel: "Overall"
    case .pendo: "Everyone"
    }
  }
}
