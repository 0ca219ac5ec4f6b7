import StrategyModel
import StrategyStore

/// Remedies in the words of the command line: operations are commands, parameters are options.
extension Remedy {
  /// One sentence, or more.
  var commandLine: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .operation(let operation): operation.commands.map { "'northstar \($0)'" }.joined(separator: ", then ")
      case .parameter(let parameter, let value):
        parameter.option + (value.map { " \(parameter.takesText ? $0.quoted : $0.shellWord)" } ?? "")
      }
    }.joined()
  }
}

extension Parameter {
  /// `--metric-column`
  var option: String {
    "--" + rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
  }
}

extension Parameter {
  /// Whether its value is any text.
  fileprivate var takesText: Bool { [.skip, .whole, .dissent].contains(self) }
}

extension Operation {
  /// The command after the program's name, the first one where several are needed.
  var command: String { commands[0] }

  /// Commands without the program's name, in their order; what is not known is in angle brackets.
  fileprivate var commands: [String] {
    switch self {
    case .check: ["check"]
    case .tree: ["tree"]
    case .show(let name): ["show \(name)"]
    case .blame: ["blame"]
    case .log(let name): ["log \(name)"]
    case .initialise(let beside): [beside ? "init <folder>" : "init"]
    case .set(let field, let value): ["set \(field) \(value.shellWord)"]
    case .addItem(let field, let item): ["set \(field) --add \(item)"]
    case .add(.cycle): ["add cycle <id> state=draft starts=<day> ends=<day>"]
    case .add(.person): ["add person <handle>"]
    case .add(let kind): ["add \(kind.rawValue) <id>"]
    case .edit(let name): ["edit \(name)"]
    case .assign(let lever): ["assign \(lever) <team> --person <person>"]
    case .renameTeam(let team): ["rename-team \(team) <new>"]
    case .startInitiative(let id): ["initiative start \(id)"]
    case .addObjective(let team, let cycle): ["okr new \(team)" + (cycle.map { " --cycle \($0)" } ?? "")]
    case .checkIn(let keyResult, let value): ["checkin \(keyResult) \(value?.shellWord ?? "<value> -c <confidence>")"]
    case .startCycle(let cycle): ["cycle start" + (cycle.map { " \($0)" } ?? "")]
    case .gradeCycle(let cycle): ["cycle grade \(cycle)"]
    case .closeCycle(let cycle): ["cycle close \(cycle)"]
    case .closeCycleBySheet(let cycle):
      ["cycle close \(cycle) --sheet > sheet", "cycle close \(cycle) --answers sheet"]
    case .addReading(let metric): ["measure add" + (metric.map { " \($0) <period> <value>" } ?? "")]
    case .importReadings: ["measure import"]
    case .measurements: ["measure show"]
    case .readingVersions(let metric): ["measure versions \(metric)"]
    case .startProposal(let id): ["propose start \(id ?? "<id>") --title <title> --because <reason>"]
    case .planProposal(let name): ["propose plan" + (name.map { " \($0)" } ?? "")]
    case .planRange: ["propose plan A..B"]
    case .showProposal(let id): ["propose show \(id)"]
    case .approveProposal(let id): ["propose approve \(id)"]
    case .landProposal(let id): ["propose land \(id)"]
    case .rejectProposal: ["propose reject"]
    case .withdrawProposal(let id): ["propose withdraw \(id) --because <reason>"]
    case .openReview(let subject): ["review open \(subject?.shellWord ?? "<subject>")"]
    case .decideReview(let id, let replacement):
      [
        "review decide \(id ?? "<review>") \(replacement.map { "replace --with \($0)" } ?? "<decision>") --because <reason>"
      ]
    case .newWorkshop: ["workshop new <id>"]
    case .showWorkshop(let id): ["workshop show \(id)"]
    case .scoreCandidate(let workshop, let candidate): ["workshop score \(workshop) \(candidate)"]
    case .installGate: ["gate install"]
    }
  }
}

extension String {
  /// As one word for a shell: in single quotes where a shell would take it apart.
  fileprivate var shellWord: String {
    // A placeholder such as <day> is replaced before anything is typed.
    let text = replacing(/<[a-z]+>/, with: "").unicodeScalars
    let isPlain = text.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_=./:,@%+".unicodeScalars.contains($0)
    }
    return isPlain && !isEmpty ? self : quoted
  }

  /// In single quotes.
  fileprivate var quoted: String { "'\(replacing("'", with: "'\\''"))'" }
}
