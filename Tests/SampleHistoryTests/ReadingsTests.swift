import TestSupport
import Testing
import samplehistory

@Suite struct ReadingsTests {
  private struct Row {
    let period: String
    let value: Double
    let known: String
    let segment: String

    init?(_ line: Substring) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 5, let value = Double(fields[1]) else { return nil }
      (period, self.value, known, segment) = (String(fields[0]), value, String(fields[2]), String(fields[4]))
    }
  }

  private func rows(_ metric: String) throws -> [Row] {
    let head = try #require(try Story.shared.get().history.tip(of: "main"))
    let text = try #require(head.files["readings/\(metric).csv"])
    let lines = text.split(separator: "\n")
    #expect(lines.first == "period,value,known_on,source,segment")
    let rows = lines.dropFirst().compactMap { Row($0) }
    #expect(rows.count == lines.count - 1)
    return rows
  }

  /// The value known last for each week.
  private func latest(_ metric: String) throws -> [String: Double] {
    try rows(metric).reduce(into: [:]) { if $1.segment.isEmpty { $0[$1.period] = $1.value } }
  }

  @Test func northStarIsTheProductOfItsInputs() throws {
    let northStar = try latest("weekly-hosted-meetings")
    let factors = try ["connected-teams", "activation-rate", "hosts-per-team", "meetings-per-host"].map(latest)
    #expect(northStar.count > 104)
    for (week, value) in northStar {
      let product = try factors.map { try #require($0[week]) }.reduce(0.01, *)
      #expect(abs(value / product - 1) < 0.02, "\(week)")
    }
  }

  @Test func frequencyIsTheSumOfItsParts() throws {
    let (recurring, adHoc) = (try latest("recurring-meetings-per-host"), try latest("ad-hoc-meetings-per-host"))
    for (week, value) in try latest("meetings-per-host") {
      #expect(abs((recurring[week] ?? 0) + (adHoc[week] ?? 0) - value) < 0.001, "\(week)")
    }
  }

  @Test func segmentsAddUpToTheWhole() throws {
    let parts = try rows("weekly-hosted-meetings").filter { !$0.segment.isEmpty }
    let sums = parts.reduce(into: [String: Double]()) { $0[$1.period, default: 0] += $1.value }
    #expect(sums.count > 50)
    let whole = try latest("weekly-hosted-meetings")
    for (week, sum) in sums { #expect(abs(sum - (whole[week] ?? 0)) <= 2, "\(week)") }
  }

  @Test func rowsStandInTheOrderInWhichTheyWereKnown() throws {
    let head = try #require(try Story.shared.get().history.tip(of: "main"))
    let files = head.files.paths.filter { $0.hasPrefix("readings/") }
    #expect(files.count >= 20)
    var corrected = 0
    for file in files {
      let rows = try rows(String(file.dropFirst(9).dropLast(4)))
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.known <= $1.known }, "\(file)")
      let keys = rows.map { $0.period + $0.segment }
      corrected += keys.count - Set(keys).count
      #expect(Set(rows.map { $0.period + $0.segment + $0.known }).count == rows.count, "\(file)")
    }
    #expect(corrected >= 3)
  }

  /// A goal with a baseline that nobody measured is not worth much.
  @Test func goalsBeginWhereTheirMetricStood() throws {
    let head = try #require(try Story.shared.get().history.tip(of: "main"))
    var compared = 0
    for (cycle, week) in [("2026-q2", "2026-W13"), ("2026-q3", "2026-W26"), ("2026-q4", "2026-W39")] {
      for path in head.files.paths where path.hasPrefix("okrs/\(cycle)/") {
        for (metric, baseline) in try baselines(head.files[path] ?? "") {
          let measured = try #require(try latest(metric)[week])
          #expect(abs(measured / baseline - 1) < 0.01, "\(path): \(metric)")
          compared += 1
        }
      }
    }
    #expect(compared > 40)
  }

  private func baselines(_ text: String) throws -> [(metric: String, baseline: Double)] {
    var metric: String?
    return text.split(separator: "\n").compactMap { line in
      // A number of its own has no metric that could have been measured.
      if line.hasPrefix("      - id: ") { metric = nil }
      if line.hasPrefix("        metric: ") { metric = String(line.dropFirst(16)) }
      guard line.hasPrefix("        baseline: "), let value = Double(line.dropFirst(18)) else { return nil }
      return metric.map { ($0, value) }
    }
  }
}
