/// A value in a row: text for people, and for programs in its own type.
package enum Cell: Sendable {
  /// Without text, an empty cell.
  case text(String?)
  case count(Int?)
  /// - Parameter shown: the number for people; `nil` where they read it as programs do.
  case number(Double?, shown: String? = nil)
  /// `yes`, or nothing.
  case flag(Bool)
  /// - Parameter separator: what people and spreadsheets see between the texts.
  case list([String], separator: String = " ")
  /// A commit's full id, of which people see seven digits.
  case commit(String?)
  /// Words for people where programs read that there is no value.
  case absent(String)

  /// The text in a table.
  package var shown: String {
    switch self {
    case .number(let value, let shown): shown ?? value?.plain ?? ""
    case .commit(let id): id.map { String($0.prefix(7)) } ?? ""
    default: plain
    }
  }

  /// The text in a CSV file, before a spreadsheet takes it for a formula.
  var plain: String {
    switch self {
    case .text(let text): text ?? ""
    case .count(let count): count.map(String.init) ?? ""
    case .number(let value, _): value.map { $0.isFinite ? $0.plain : "" } ?? ""
    case .flag(let flag): flag ? "yes" : ""
    case .list(let texts, let separator): texts.joined(separator: separator)
    case .commit(let id): id ?? ""
    case .absent(let words): words
    }
  }

  /// Whether people or programs see one of these values, alone or in a list.
  func isOneOf(_ values: Set<String>) -> Bool {
    if case .list(let texts, _) = self, texts.contains(where: values.contains) { return true }
    return values.contains(shown) || values.contains(plain)
  }

  /// Whether a spreadsheet could take it for a formula.
  var mayBeFormula: Bool {
    switch self {
    case .text, .list, .absent: true
    case .count, .number, .flag, .commit: false
    }
  }

  var json: JSONValue {
    switch self {
    case .text(let text): text.map { $0.isEmpty ? .null : .string($0) } ?? .null
    case .count(let count): count.map { .number(Double($0)) } ?? .null
    case .number(let value, _): .orNull(value)
    case .flag(let flag): .flag(flag)
    case .list(let texts, _): .array(texts.map(JSONValue.string))
    case .commit(let id): .orNull(id)
    case .absent: .null
    }
  }
}
