import ArgumentParser
import Git
import History
import Presentation
import StrategyStore

struct BlameCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Show for each field of an entity the commit that last changed its value",
    discussion: """
      Unlike 'git blame', a commit that only moved, renamed or formatted a file is never shown. A value that a merge \
      brought in is attributed to the merge; with --all-parents, to the commit that made it.

      Examples:
        northstar blame activation-rate
        northstar blame team/onboarding --at 2026-03-31
      """)

  @Argument(help: "The entity", completion: .entities)
  var entity: String

  @Option(help: "The output format")
  var format = AnswerFormat.text

  @OptionGroup var options: HistoryOptions

  @OptionGroup var parents: ParentOptions

  func run(in console: Console) throws -> ExitStatus {
    let (path, read) = try EntityPath.find(entity, options.request, allParents: parents.allParents, in: console.session)
    let events = path.events(in: read.events)
    guard let version = path.events(in: read.history.events).last?.change.new else {
      throw StrategyError(
        .refused, message: try gone(path, events, read),
        help: ["Run 'northstar log \(path.key)' to see what it was."])
    }
    let landed = path.events(in: read.history.events)
    let lines = version.leaves.filter { leaf in path.field.map { FieldChange(leaf).isPart(of: $0) } ?? true }
      .map { leaf in (leaf: leaf, ordinal: ordinal(of: leaf, among: events, landed, read)) }
    console.session.limits.add(read.notes)
    console.show(try render(lines, path, read, notes: console.limits))
    return .clean
  }

  /// The commit that a value comes from; off the main line, only the commits that landed with the value are searched.
  private func ordinal(
    of leaf: Leaf, among events: [HistoryEvent], _ landed: [HistoryEvent], _ read: StrategyHistory
  ) -> Int {
    guard let landing = landed.last(where: { $0.sets(leaf.path) })?.ordinal else { return 0 }
    return events.last { read.line.landing($0.ordinal) == landing && $0.sets(leaf.path, to: leaf.value) }?.ordinal
      ?? landing
  }

  private func gone(_ path: EntityPath, _ events: [HistoryEvent], _ read: StrategyHistory) throws -> String {
    guard let last = events.last else { return "\(path.key) has no such field" }
    return "\(path.key) was removed by \(try RecordingCommit(last.ordinal, on: read.line).text)"
  }

  private func render(
    _ lines: [(leaf: Leaf, ordinal: Int)], _ path: EntityPath, _ read: StrategyHistory, notes: [String]
  ) throws -> String {
    let proofs = try Dictionary(
      uniqueKeysWithValues: Set(lines.map(\.ordinal)).map { ($0, try RecordingCommit($0, on: read.line)) })
    switch format {
    case .json:
      let fields = lines.compactMap { line -> JSONValue? in
        guard case .object(let proof)? = proofs[line.ordinal]?.json else { return nil }
        return .object(proof.merging(["field": .string(line.leaf.path), "value": .string(line.leaf.value)]) { $1 })
      }
      return try encodeJSON(
        ["formatVersion": "1.0", "entity": .string(path.key.description), "fields": .array(fields)] as JSONValue,
        notes: notes)
    case .text:
      let width = proofs.values.map { $0.author.visible.displayWidth }.max() ?? 0
      return lines.compactMap { line in
        proofs[line.ordinal].map { proof in
          let name = proof.author.visible
          let author = name + String(repeating: " ", count: width - name.displayWidth)
          return "\(proof.id.short)  \(proof.day)  \(author)  \(line.leaf.path.visible): \(line.leaf.value.visible)\n"
        }
      }.joined()
    }
  }
}

extension HistoryEvent {
  /// Whether the value at a path comes from this commit.
  fileprivate func sets(_ path: String) -> Bool {
    change.fields.contains { $0.path == path && $0.new != nil }
  }

  fileprivate func sets(_ path: String, to value: String) -> Bool {
    change.fields.contains { $0.path == path && $0.new?.value == value }
  }
}

extension FieldChange {
  fileprivate init(_ leaf: Leaf) { self.init(path: leaf.path, old: nil, new: leaf) }
}
