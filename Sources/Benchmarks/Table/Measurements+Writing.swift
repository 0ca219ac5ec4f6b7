import Foundation

extension Measurements {
  /// The cost of writing: one edit, one push checked against the policy, and all open proposals against one another.
  func writingRows(_ middle: CompanyRepository) throws -> [Row] {
    try [editRow(middle), gateRow(middle), conflictsRow()]
  }

  /// An edit compared with the check and the commit that a person would run by hand.
  private func editRow(_ company: CompanyRepository) throws -> Row {
    let place = try clone(company, "writing")
    let tip = String(decoding: try Program("git", "rev-parse", "HEAD", in: place).output(), as: UTF8.self)
      .trimmingCharacters(in: .newlines)
    let metric = try metrics(company)[0]
    let reset = { try Program("git", "reset", "--quiet", "--hard", tip, in: place).run() }
    let check = TimedProcess(words: [northstar, "check", "HEAD"], directory: place.path, before: reset)
    let commit = TimedProcess(
      words: ["git", "commit", "--quiet", "--all", "--message=Rename"], directory: place.path,
      before: {
        try reset()
        let file = place.appending(path: metric)
        try Data(renamed(try String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
      })
    let id = URL(filePath: metric).deletingPathExtension().lastPathComponent
    let edit = TimedProcess(
      words: [northstar, "set", "metric/\(id).name", "Another name"], directory: place.path, before: reset)
    let costs = try least(rounds, [check, commit, edit])
    try reset()
    let floor = costs[0].seconds + costs[1].seconds
    return Row(
      what: "one edit committed, 10,000 documents", floor: "\(floor.milliseconds) check + git commit",
      figure: costs[2].seconds.milliseconds, ratio: costs[2].seconds / floor, bar: .atMost(1.2))
  }

  /// A push of one permitted commit, compared with the check of its tree.
  private func gateRow(_ company: CompanyRepository) throws -> Row {
    let place = directory.appending(path: "gate.git")
    if !FileManager.default.fileExists(atPath: place.path) {
      try Program("git", "clone", "--quiet", "--bare", company.bare.path, place.path).run()
    }
    let metric = try metrics(company)[0]
    let text = renamed(try text(metric, of: company))
    try Program("git", "fast-import", "--quiet", "--force", in: place).run { write in
      try write(
        "commit refs/heads/pushed\ncommitter Ada <ada-abbasi@gather.example> 1795302000 +0000\ndata 6\nRename\n"
          + "from refs/heads/main^0\nM 100644 inline \(metric)\ndata \(text.utf8.count)\n\(text)\n")
    }
    let ids = try ["main", "pushed"].map { branch in
      String(decoding: try Program("git", "rev-parse", branch, in: place).output(), as: UTF8.self)
        .trimmingCharacters(in: .newlines)
    }
    let input = directory.appending(path: "gate.input")
    try Data("\(ids[0]) \(ids[1]) refs/heads/main\n".utf8).write(to: input)
    let gate = TimedProcess(words: [northstar, "gate", "pre-receive"], directory: place.path, input: input.path)
    let check = TimedProcess(words: [northstar, "check", ids[1]], directory: place.path)
    return try compare("gate, a push of one commit, 10,000 documents", gate, with: check, "check", 1.5)
  }

  /// Fifty proposals of one change each.
  private func conflictsRow() throws -> Row {
    let company = try CompanyRepository(documents: 1_000, in: directory)
    let place = directory.appending(path: "proposals.git")
    if !FileManager.default.fileExists(atPath: place.path) {
      try Program("git", "clone", "--quiet", "--bare", company.bare.path, place.path).run()
    }
    try Program("git", "fast-import", "--quiet", "--force", in: place).run { write in
      for (number, metric) in try metrics(company).prefix(50).enumerated() {
        try write(proposal(number, metric, try text(metric, of: company)))
      }
    }
    let check = TimedProcess(words: [northstar, "check", "main"], directory: place.path)
    let conflicts = TimedProcess(words: [northstar, "propose", "conflicts"], directory: place.path)
    return try compare("1,225 pairs of proposals, 1,000 documents", conflicts, with: check, "check", 25)
  }

  /// A branch of one commit, in the format of `git fast-import`; each makes a different change.
  private func proposal(_ number: Int, _ metric: String, _ text: String) -> String {
    let changed = number % 2 == 0 ? renamed(text) : text.replacing("calendar week", with: "calendar month")
    let record = """
      kind: proposal
      id: change-\(number)
      title: Change \(number)
      why: To measure
      by: ada-abbasi
      opened: \(CompanyCalendar.today)
      state: open

      """
    let files = [(metric, changed), ("proposals/change-\(number).yaml", record)].map { path, text in
      "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
    }
    return "commit refs/heads/proposal/change-\(number)\ncommitter Ada <ada@gather.example> 1795302000 +0000\n"
      + "data 6\nChange\nfrom refs/heads/main^0\n" + files.joined()
  }

  private func renamed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("name: ") ? "name: Another name" : String($0) }.joined(separator: "\n")
  }

  private func metrics(_ company: CompanyRepository) throws -> [String] {
    company.paths.filter { $0.hasPrefix("metrics/") }
  }

  private func text(_ path: String, of company: CompanyRepository) throws -> String {
    try String(contentsOf: company.checkout.appending(path: path), encoding: .utf8)
  }

  /// A checkout of its own, with a configured committer.
  private func clone(_ company: CompanyRepository, _ name: String) throws -> URL {
    let place = directory.appending(path: name)
    if !FileManager.default.fileExists(atPath: place.path) {
      try Program("git", "clone", "--quiet", company.bare.path, place.path).run()
      try Program("git", "config", "user.name", "Ada", in: place).run()
      try Program("git", "config", "user.email", "ada@gather.example", in: place).run()
    }
    return place
  }
}
