import History
import Pictures
import StrategyModel

extension TimelinePicture {
  /// Who held which lever, one lane per lever, by name.
  ///
  /// - Parameter teams: they keep their shade through all their names.
  init(_ title: String, of tenures: [Tenure], _ teams: TeamNames, from: Day, to: Day) {
    let lanes = Dictionary(grouping: tenures, by: \.lever).sorted { $0.key < $1.key }.map { lever, tenures in
      TimelinePicture.Lane(
        name: lever,
        bars: tenures.map { tenure in
          TimelinePicture.Bar(
            label: tenure.isOwned ? "\(tenure.team ?? "") (\(tenure.person ?? ""))" : "nobody",
            group: tenure.team.map(teams.now) ?? "", from: max(tenure.from, from), to: min(tenure.to ?? to, to),
            isGap: !tenure.isOwned,
            detail: "\(lever): \(tenure.owner), \(tenure.from) to \(tenure.to?.description ?? "today")")
        })
    }
    self.init(title: title, from: from, to: to, lanes: lanes)
  }

  /// The content of the bars in words.
  var words: String {
    lanes.map { lane in
      let bars = lane.bars.map { "\($0.label) \($0.from) to \($0.to)" }
      return "\(lane.name): \(bars.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
