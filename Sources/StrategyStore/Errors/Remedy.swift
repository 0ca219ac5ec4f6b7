/// A way out of an error: a sentence in which operations and parameters are values.
///
/// Each front end words the values its own way: a command line as commands and options, a page as links and fields.
///
///     let help: Remedy = "Start the cycle with \(run: .startCycle("2026-q1"))."
package struct Remedy: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    case operation(Operation)
    /// A parameter of the operation that failed; the value is one that would do.
    case parameter(Parameter, value: String?)
  }

  /// In the order of the sentence.
  package let parts: [Part]

  /// A sentence without operations and parameters.
  package init(_ text: String) { parts = [.text(text)] }

  init(parts: [Part]) { self.parts = parts }

  /// A parameter with a value, as part of a longer sentence.
  package static func give(_ parameter: Parameter, _ value: String? = nil) -> Remedy {
    Remedy(parts: [.parameter(parameter, value: value)])
  }
}

extension Remedy: ExpressibleByStringInterpolation {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) { parts.append(.text("\(value)")) }

    package mutating func appendInterpolation(_ remedy: Remedy) { parts += remedy.parts }

    package mutating func appendInterpolation(run operation: Operation) { parts.append(.operation(operation)) }

    package mutating func appendInterpolation(give parameter: Parameter, _ value: String? = nil) {
      parts.append(.parameter(parameter, value: value))
    }
  }

  package init(stringLiteral text: String) { self.init(text) }

  package init(stringInterpolation: StringInterpolation) { self.init(parts: stringInterpolation.parts) }
}

extension [String] {
  /// Sentences without operations and parameters.
  package var remedies: [Remedy] { map { Remedy($0) } }
}

extension [Remedy] {
  /// Alternatives: `a or b`.
  package func joined(by conjunction: String = " or ") -> Remedy {
    Remedy(parts: [Remedy.Part](map(\.parts).joined(separator: [Remedy.Part.text(conjunction)])))
  }
}
