import Foundation

/// All figures of the table, measured in one run: each in turn with its floor, several times. The least time counts,
/// since whatever else the machine does only adds to it.
struct Measurements {
  let northstar: String
  let directory: URL
  let rounds: Int

  func rows() throws -> [Row] {
    let small = try CompanyRepository(documents: 200, in: directory)
    let middle = try CompanyRepository(documents: 10_000, in: directory)
    let large = try CompanyRepository(documents: 100_000, in: directory)
    let revision = try revisionRow(middle)
    let tree = try workingTreeRow(middle)
    return try [revision, tree] + growthRows(from: middle, to: large) + readerRows() + [
      costRow(), startRow(), stagedRow(small),
    ]
      + historyRows() + writingRows(middle) + numberRows()
  }

  private func revisionRow(_ company: CompanyRepository) throws -> Row {
    let floor = TimedProcess(
      words: ["git", "cat-file", "--batch"], directory: company.bare.path, input: company.objectList.path)
    return try compare(
      "check a revision, bare, 10,000 documents", check(company, .revision), with: floor, "cat-file", 1.2)
  }

  private func workingTreeRow(_ company: CompanyRepository) throws -> Row {
    let floor = TimedProcess(words: ["cat"] + company.paths, directory: company.checkout.path)
    return try compare(
      "check the working tree, 10,000 documents", check(company, .workingTree), with: floor, "cat", 2.0)
  }

  private func startRow() throws -> Row {
    try compare(
      "start-up, northstar --version", TimedProcess(words: [northstar, "--version"]),
      with: TimedProcess(words: ["git", "--version"]), "git --version", 2.2, rounds: rounds * 10)
  }

  private func stagedRow(_ company: CompanyRepository) throws -> Row {
    try compare(
      "check --staged, 200 documents", check(company, .staged),
      with: TimedProcess(words: ["git", "status"], directory: company.checkout.path), "git status", 3.0,
      rounds: rounds * 5)
  }

  /// How time and memory grow with ten times the documents.
  private func growthRows(from middle: CompanyRepository, to large: CompanyRepository) throws -> [Row] {
    var rows: [Row] = []
    var peak = 0
    for place in [Place.revision, .workingTree] {
      let costs = try least(rounds, [check(middle, place), check(large, place)])
      peak = max(peak, costs[1].peak)
      rows.append(
        Row(
          what: "growth to 100,000 documents, \(place.name)", floor: costs[0].seconds.milliseconds,
          figure: costs[1].seconds.milliseconds, ratio: costs[1].seconds / costs[0].seconds, bar: .atMost(10.5)))
    }
    let allowed = 4 * large.size + 60_000_000
    rows.append(
      Row(
        what: "peak memory, 100,000 documents of \(large.size.megabytes)", floor: "\(allowed.megabytes) allowed",
        figure: peak.megabytes, ratio: Double(peak) / Double(allowed), bar: .atMost(1)))
    return rows
  }

  /// The readers on the texts of 1,000 documents.
  private func readerRows() throws -> [Row] {
    let texts = try CompanyRepository(documents: 1_000, in: directory).texts()
    let strings = texts.map { String(decoding: $0, as: UTF8.self) }
    var least: [YAMLReader: Double] = [:]
    for _ in 0..<rounds {
      for reader in YAMLReader.allCases {
        least[reader] = min(try reader.seconds(texts, strings), least[reader] ?? .infinity)
      }
    }
    let megabytes = Double(texts.reduce(0) { $0 + $1.count }) / 1_000_000
    let ours = least[.strict] ?? .infinity
    return [(YAMLReader.libYAML, "libyaml's events", 8.0), (.yams, "Yams' compose", 100.0)].map { reader, name, bar in
      let floor = least[reader] ?? 0
      return Row(
        what: "StrictYAML's tree, against \(name)", floor: "\((megabytes / floor).short) MB/s",
        figure: "\((megabytes / ours).short) MB/s", ratio: floor / ours, bar: .atLeast(bar))
    }
  }

  private enum Place {
    case revision, workingTree, staged

    var name: String { self == .revision ? "revision" : "working tree" }
  }

  private func check(_ company: CompanyRepository, _ place: Place) -> TimedProcess {
    switch place {
    case .revision: TimedProcess(words: [northstar, "check", "main"], directory: company.bare.path)
    case .workingTree: TimedProcess(words: [northstar, "check"], directory: company.checkout.path)
    case .staged: TimedProcess(words: [northstar, "check", "--staged"], directory: company.checkout.path)
    }
  }

  func compare(
    _ what: String, _ process: TimedProcess, with floor: TimedProcess, _ floorName: String, _ bar: Double,
    rounds: Int? = nil
  ) throws -> Row {
    let costs = try least(rounds ?? self.rounds, [floor, process])
    return Row(
      what: what, floor: "\(costs[0].seconds.milliseconds) \(floorName)", figure: costs[1].seconds.milliseconds,
      ratio: costs[1].seconds / costs[0].seconds, bar: .atMost(bar))
  }

  /// The least time and the most memory of each process, all of them run in turn.
  func least(_ rounds: Int, _ processes: [TimedProcess]) throws -> [Cost] {
    var costs = processes.map { _ in Cost(seconds: .infinity, peak: 0, status: 0) }
    for round in 0...rounds {
      for (position, process) in processes.enumerated() {
        try process.before()
        let cost = process.run()
        guard cost.status == 0 else { throw Failed(words: Array(process.words.prefix(4)), status: cost.status) }
        // The first round only fills the system's caches.
        guard round > 0 else { continue }
        costs[position].seconds = min(costs[position].seconds, cost.seconds)
        costs[position].peak = max(costs[position].peak, cost.peak)
      }
    }
    return costs
  }

  struct Failed: Error, CustomStringConvertible {
    let words: [String]
    let status: Int32
    var description: String { "'\(words.joined(separator: " "))' ended with status \(status), which measures nothing" }
  }
}
