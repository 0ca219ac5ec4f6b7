import Presentation
import StrategyModel
package import StrategyStore

extension Identifier {
  /// Throws if a text cannot be an id, with the reason.
  ///
  /// - Parameter noun: the thing that the id is for, with its article.
  package static func require(_ text: String, _ noun: String) throws(StrategyError) {
    guard !isValid(text) else { return }
    let near: [Remedy] = corrected(text).map { ["Did you mean '\($0)'?"] } ?? []
    let shown = text.count > 100 ? "\(text.prefix(40))…" : text
    throw StrategyError(
      .badRequest, message: "'\(shown.visible)' \(refusal(of: text))",
      help: ["Write the id of \(noun) as lower-case words joined by hyphens."] + near)
  }
}
