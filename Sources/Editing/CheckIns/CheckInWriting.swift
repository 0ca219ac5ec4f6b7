import Diagnostics
import Numbers
import Presentation
package import StrategyModel
import StrategyStore
import StrictYAML

/// Adds check-ins to a team's file; existing entries are never changed.
package struct CheckInWriting {
  package let place: CheckInPlace
  package let entries: [CheckInEntry]

  package init(place: CheckInPlace, entries: [CheckInEntry]) {
    (self.place, self.entries) = (place, entries)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let held = draft.strategy.checkInsInForce(ofOKRs: place.okrs, until: .distantFuture)
    for entry in entries { try require(entry, held, draft) }
    let path = try path(in: &draft)
    for entry in entries { try add(entry, to: path, &draft) }
    let what = entries.count == 1 ? "check in \(entries[0].words)" : "check in \(counted(entries.count, "key result"))"
    return CommitWording(
      topic: place.team, what: what, remarks: entries.compactMap { foreign($0, draft.strategy) },
      reasons: entries.count == 1 ? [] : [entries.map(\.words).joined(separator: "\n")])
  }

  /// A remark naming the owner, where somebody else checks the key result in.
  private func foreign(_ entry: CheckInEntry, _ strategy: Strategy) -> String? {
    let keyResult = strategy.okrs.all[place.okrs].objectives.lazy.flatMap(\.keyResults).first {
      $0.id?.value == entry.keyResult
    }
    guard let owner = keyResult?.owner?.id, owner != entry.by else { return nil }
    return "'\(entry.keyResult)' is owned by \(owner); \(entry.by ?? "somebody unknown") checked it in."
  }

  /// Throws for a day that a check-in cannot have, and for a conflict with a check-in that others have made meanwhile.
  private func require(
    _ entry: CheckInEntry, _ held: CheckInsInForce, _ draft: StrategyDraft
  ) throws(StrategyError) {
    guard entry.on <= draft.today else {
      throw StrategyError(message: "\(entry.on) is in the future; today is \(draft.today)")
    }
    if let starts = draft.strategy.cycles[place.cycle]?.starts?.value, entry.on < starts {
      throw StrategyError(message: "\(entry.on) is before '\(place.cycle)' starts, on \(starts)")
    }
    let own = held[entry.keyResult]
    if let corrects = entry.corrects {
      guard corrects <= entry.on else {
        throw StrategyError(message: "a check-in of \(entry.on) cannot correct one of a later day, \(corrects)")
      }
      guard !own.contains(where: { $0.day == corrects }) else { return }
      let days = own.suffix(8).map(\.day.description)
      throw StrategyError(
        message: "'\(entry.keyResult)' was not checked in on \(corrects)",
        help: days.isEmpty ? ["It has no check-in yet."] : ["It was on: \(days.joined(separator: ", "))."])
    }
    guard let same = own.first(where: { $0.day == entry.on }) else { return }
    let said = same.value.map { " at \($0.plain)" } ?? ""
    throw StrategyError(
      message: "'\(entry.keyResult)' was checked in on \(entry.on) already\(said)",
      help: ["To correct that, add \(give: .corrects, entry.on.description)."])
  }

  /// The file of the team's check-ins, created if it does not exist.
  private func path(in draft: inout StrategyDraft) throws -> String {
    if let file = draft.strategy.file(of: .checkins, place.id) { return draft.innerPath(file.path) }
    let path = Kind.checkins.home(of: place.id)
    try draft.requireFree(path)
    let head = "kind: checkins\nteam: \(place.team)\ncycle: \(place.cycle)\nentries:\n"
    draft.write(Array(head.utf8), to: path)
    return path
  }

  /// After the entries of its day and of earlier ones: entries are in the order of their days.
  private func add(_ entry: CheckInEntry, to path: String, _ draft: inout StrategyDraft) throws(StrategyError) {
    let document = Document(parsing: draft.text(of: path) ?? [])
    let list = document.root.flatMap { document.value(forKey: "entries", in: $0) }
    let items = list.map { Array(document.items(of: $0)) } ?? []
    let later = items.firstIndex { item in
      document.value(forKey: "on", in: item).flatMap { Day(document.string(of: $0)) }.map { $0 > entry.on } ?? false
    }
    let isFlow = items.last.map { if case .flow = document[$0].style { true } else { false } } ?? false
    let value = entry.yaml(isFlow: isFlow)
    let change: Change =
      later.map { .insertItem([.key("entries")], value, at: $0) } ?? .append([.key("entries")], value)
    try draft.edit(path, [change])
  }
}

extension Day {
  /// Later than any day that anybody writes.
  package static let distantFuture = Day(number: 3_000_000)
}
