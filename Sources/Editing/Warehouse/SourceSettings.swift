import Git
import Presentation
import StrategyStore

/// The definition of a source in the user's own git configuration. Nothing of it comes from the repository or the
/// repository's own configuration, which may have come with a copied folder.
struct SourceSettings {
  enum Client {
    case preset(SourcePreset)
    /// A command for the shell, which gets the query on standard input and prints CSV.
    case command(String)
  }

  let name: String
  let client: Client
  let database: String?
  /// In seconds.
  let timeout: Int

  private static let standardTimeout = 60

  init(_ name: String, in session: Session) throws {
    let isName = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    guard isName, !name.isEmpty else {
      throw StrategyError(
        message: "'\(name.visible)' is not a name of a source", help: ["Use lower-case letters, digits and dashes."])
    }
    self.name = name
    let values = try SourceSettings.values(of: name, in: session)
    database = values["database"]
    if let command = values["command"] {
      client = .command(command)
    } else if let word = values["preset"] {
      guard let preset = SourcePreset(rawValue: word) else {
        throw StrategyError.unknown(word, among: SourcePreset.allCases.map(\.rawValue), "preset of a source")
      }
      client = .preset(preset)
    } else {
      throw StrategyError.unknownSource(name)
    }
    timeout = values["timeout"].flatMap { Int($0) }.map { min(max($0, 1), 86_400) } ?? SourceSettings.standardTimeout
  }

  /// A setting from git's configuration outside the repository: for the machine, for the user, or on the command line.
  ///
  /// Source: git-config, "PROTECTED CONFIGURATION".
  private static func values(of name: String, in session: Session) throws -> [String: String] {
    let prefix = "northstar.source.\(name)."
    let answer = try session.git.git([
      "config", "--show-scope", "-z", "--get-regexp", "^northstar\\.source\\.\(name)\\.",
    ])
    let fields = answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var values: [String: String] = [:]
    var isInRepository = false
    for place in stride(from: 0, to: fields.count - 1, by: 2) {
      let parts = fields[place + 1].split(separator: "\n", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].hasPrefix(prefix) else { continue }
      guard protectedScopes.contains(fields[place]) else {
        isInRepository = true
        continue
      }
      values[String(parts[0].dropFirst(prefix.count))] = parts[1]
    }
    guard !values.isEmpty || !isInRepository else { throw StrategyError.sourceInRepository(name) }
    return values
  }

  private static let protectedScopes: Set = ["system", "global", "command"]
}

extension StrategyError {
  fileprivate static func unknownSource(_ name: String) -> StrategyError {
    StrategyError(
      message: "git's configuration does not define the source '\(name)'", help: [sourceHelp(name)])
  }

  fileprivate static func sourceInRepository(_ name: String) -> StrategyError {
    StrategyError(
      message: "the source '\(name)' is defined in the repository's own configuration, which is not trusted",
      help: [sourceHelp(name)])
  }

  private static func sourceHelp(_ name: String) -> Remedy {
    """
    Define it with 'git config --global northstar.source.\(name).preset psql' and \
    'git config --global northstar.source.\(name).database <connection>'.
    """
  }
}
