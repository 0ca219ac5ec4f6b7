package import StrategyModel

/// An operation of northstar to which a remedy, an advice or a task points, with what is known of its subject.
package enum Operation: Hashable, Sendable {
  case check
  case tree
  case show(String)
  case blame
  case log(_ name: String)

  case initialise(beside: Bool = false)
  /// - Parameter field: with its entity, as in `activation-rate.definition.grain`.
  case set(field: String, to: String)
  /// Adds an item to a list.
  case addItem(field: String, item: String)
  case add(Kind)
  case edit(String)
  case assign(lever: String)
  case renameTeam(String)
  case startInitiative(String)

  case addObjective(team: String, cycle: String?)
  /// - Parameter keyResult: as in `onboarding/completion`.
  case checkIn(keyResult: String, value: String?)
  case startCycle(String?)
  case gradeCycle(String)
  case closeCycle(String)
  /// What is missing for a close is filled in on a sheet.
  case closeCycleBySheet(String)

  case addReading(metric: String?)
  case importReadings
  case measurements
  case readingVersions(metric: String)

  case startProposal(id: String?)
  case planProposal(String?)
  /// The plan between any two revisions.
  case planRange
  case showProposal(String)
  case approveProposal(String)
  case landProposal(String)
  case rejectProposal
  case withdrawProposal(String)
  case openReview(String?)
  case decideReview(String?, replacement: String?)
  case newWorkshop
  case showWorkshop(String)
  case scoreCandidate(workshop: String, candidate: String)
  case installGate
}
