/// A column beside the names of a tree in a terminal; the raw value is the column's heading.
enum TreeColumn: String {
  case role
  case step = "moves it as"
  case period, value, change
  case share = "of target"
  case trend = "last 13"
  case breach
  case owner

  static let structure: [TreeColumn] = [.role, .step, .owner]
  static let withValues: [TreeColumn] = [.role, .value, .period, .change, .share, .trend, .breach, .owner]

  /// The columns that move below the row in a narrow terminal; values, changes and breaches stay beside the names.
  static let firstToGo: [TreeColumn] = [.owner, .step, .role, .period, .trend, .share]

  var isNumber: Bool { [.value, .change, .share].contains(self) }
  var isLeftOutWhenEmpty: Bool { [.share, .breach].contains(self) }

  /// - Parameter again: the text for a node that was drawn before.
  func text(of row: TreeRows.Row, _ node: TreePicture.Node, again: String?) -> String {
    switch self {
    case .role: return again ?? node.caption
    case .step: return row.edge?.caption ?? ""
    case _ where again != nil: return ""
    case .owner: return node.owner ?? ""
    case .period: return node.measured?.period ?? ""
    case .value: return node.measured?.value ?? ""
    case .change: return node.measured?.change ?? ""
    case .share: return node.measured?.share ?? ""
    case .trend: return node.measured.map { Sparkline($0.trend).text } ?? ""
    case .breach: return node.measured?.breach ?? ""
    }
  }
}
