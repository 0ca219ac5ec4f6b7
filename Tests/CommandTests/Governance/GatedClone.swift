import Foundation
import Rules
import TestSupport
import Testing

@testable import northstar

/// A bare repository with the gate in its hook, and a clone in `repo/` in which several people work.
struct GatedClone {
  let sandbox: Sandbox

  /// Copies a strategy that is made once.
  init(signed: Bool = false) throws {
    sandbox = try Sandbox(isRepository: false)
    let template = try (signed ? GatedClone.signedTemplate : GatedClone.template).get()
    for folder in ["repo", "server.git", "keys"] { try sandbox.copy(folder, of: template) }
  }

  private static let template = Result { try make(signed: false) }
  private static let signedTemplate = Result { try make(signed: true) }

  private static func make(signed: Bool) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    for (handle, dates) in [("zoe", "joined: 2024-09-02\nleft: 2025-12-31"), ("kim", "joined: 2026-06-01")] {
      try sandbox.write(
        "people/\(handle).yaml",
        "kind: person\nid: \(handle)\nname: \(handle.capitalized) Berg\ndiscipline: product\n"
          + "emails: [\(handle)@huddle.example]\n\(dates)\n")
    }
    try sandbox.write(
      "readings/activation-rate.csv", "period,value,known_on,source\n2026-W01,40,2026-01-12,warehouse\n")
    try FileManager.default.createDirectory(atPath: "\(sandbox.path)/keys", withIntermediateDirectories: true)
    if signed { try sign(sandbox) }
    try sandbox.commit("Begin")
    let check = try sandbox.northstar("check")
    guard check.status == 0 else { throw Sandbox.Failure(text: check.text) }
    try sandbox.git("clone", "-q", "--bare", ".", "../server.git")
    let installed = try sandbox.northstar("gate", "install", in: "server.git")
    guard installed.status == 0 else { throw Sandbox.Failure(text: installed.text) }
    try sandbox.git("remote", "add", "origin", "../server.git")
    try sandbox.git("fetch", "-q", "origin")
    return sandbox
  }

  /// Makes the policy require signatures, and gives each person a key.
  private static func sign(_ sandbox: Sandbox) throws {
    for person in ["ada", "lin", "grace", "omar", "mallory"] {
      let key = "\(sandbox.path)/keys/\(person)"
      let made = try sandbox.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", person, "-f", key])
      guard made.status == 0 else { throw Sandbox.Failure(text: made.text) }
      guard person != "mallory" else { continue }
      let line = try sandbox.text("\(person).pub", in: "keys").trimmingCharacters(in: .newlines)
      let file = "people/\(person).yaml"
      try sandbox.write(file, sandbox.text(file) + "keys:\n  - \(line)\n")
    }
    try sandbox.write("northstar.yaml", sandbox.text("northstar.yaml") + "approvals:\n  signed: true\n")
  }

  private func variables(_ person: String) -> [String: String] {
    let address = person.contains("@") ? person : "\(person)@huddle.example"
    return [
      "GIT_AUTHOR_EMAIL": address, "GIT_AUTHOR_NAME": person, "GIT_COMMITTER_EMAIL": address,
      "GIT_COMMITTER_NAME": person,
    ]
  }

  @discardableResult
  func git(_ words: String...) throws -> String { try git(by: "ada", words) }

  @discardableResult
  func git(by person: String, _ words: [String]) throws -> String {
    let outcome = try sandbox.run(["git"] + words, variables: variables(person))
    guard outcome.status == 0 else { throw Sandbox.Failure(text: "git \(words): \(outcome.text)") }
    return outcome.output.trimmingCharacters(in: .newlines)
  }

  /// Runs northstar as somebody, which must succeed.
  @discardableResult
  func northstar(_ person: String, _ words: String...) throws -> Outcome {
    let outcome = try sandbox.northstar(words, variables: variables(person))
    guard outcome.status == 0 else { throw Sandbox.Failure(text: "northstar \(words): \(outcome.text)") }
    return outcome
  }

  func write(_ file: String, _ text: String) throws { try sandbox.write(file, text) }

  func edit(_ file: String, _ old: String, _ new: String) throws { try sandbox.replace(old, new, in: file) }

  func append(_ file: String, _ text: String) throws { try sandbox.write(file, sandbox.text(file) + text) }

  func commit(_ person: String, _ message: String = "Change it", _ options: String...) throws {
    try git("add", "-A")
    try git(by: person, ["commit", "-q", "--allow-empty", "--no-verify", "-m", message] + options)
  }

  /// Gives a field another value by hand, and commits it.
  func redefine(_ person: String, _ message: String = "Change it", _ options: String...) throws {
    try edit("metrics/activation-rate.yaml", "window: calendar week", "window: calendar month")
    try git("add", "-A")
    try git(by: person, ["commit", "-q", "-m", message] + options)
  }

  /// Opens a proposal and stays on its branch.
  func propose(
    _ id: String = "by-month", by person: String = "grace",
    _ field: String = "activation-rate.definition.window", _ value: String = "calendar month"
  ) throws {
    try git("switch", "-q", "main")
    try northstar(person, "propose", "start", id, "--title", "Change it", "--because", "It is better")
    try northstar(person, "set", field, value)
  }

  func approve(_ id: String = "by-month", by people: String...) throws {
    for person in people { try northstar(person, "propose", "approve", id) }
  }

  func land(_ id: String = "by-month", by person: String = "grace") throws {
    try northstar(person, "propose", "land", id)
    try git("switch", "-q", "main")
  }

  /// A landing made by hand that `propose land` would refuse.
  ///
  /// - Parameter change: what happens to the files before the merge is committed.
  func landByHand(
    _ id: String = "by-month", by person: String = "grace", approvedBy: [String], state: String = "landed",
    trailers extra: String = "", _ change: () throws -> Void = {}
  ) throws {
    let tip = try git("rev-parse", "proposal/\(id)")
    let digest = digest(id)
    try git("switch", "-q", "main")
    try git("merge", "-q", "--no-ff", "--no-commit", "proposal/\(id)")
    let record = try sandbox.text("proposals/\(id).yaml").replacing("state: open", with: "state: \(state)")
    let approved = approvedBy.isEmpty ? "" : "approved_by: [\(approvedBy.joined(separator: ", "))]\n"
    try write("proposals/\(id).yaml", record + "closed: 2026-01-28\n" + approved)
    try change()
    let deciders = approvedBy.map { "Northstar-Decided-By: \($0)\n" }.joined()
    try commit(
      person,
      "Land it\n\nNorthstar-Proposal: \(id)\nNorthstar-Decision: land\n\(deciders)Northstar-Judged: \(tip)\n"
        + "Northstar-Digest: \(digest)\n" + extra)
  }

  /// A landing by hand that has its approvals, of a proposal to which somebody has added a commit.
  func landByHand(withCommitBy person: String = "grace", _ change: () throws -> Void) throws {
    try propose()
    try change()
    try commit(person)
    try approve(by: "ada", "lin")
    try landByHand(approvedBy: ["ada", "lin"])
  }

  /// Does something on a branch, and begins its merge, which the next commit ends.
  func beginMerge(_ change: () throws -> Void) throws {
    try git("switch", "-q", "-c", "side")
    try change()
    try git("switch", "-q", "main")
    try git("merge", "-q", "--no-ff", "--no-commit", "side")
  }

  func digest(_ id: String = "by-month") -> String {
    let shown = try? sandbox.northstar("propose", "show", id, "--format", "json").output
    return shown?.split(separator: "\"").map(String.init).first { $0.hasPrefix("v1:sha256:") } ?? "none"
  }

  /// A statement on a proposal's branch, written by hand.
  func say(
    _ word: String = "approve", of id: String = "by-month", by author: String, claiming person: String,
    digest: String? = nil
  ) throws {
    let digest = digest ?? self.digest(id)
    try commit(
      author,
      "Yes\n\nNorthstar-Proposal: \(id)\nNorthstar-Decision: \(word)\nNorthstar-Decided-By: \(person)\n"
        + "Northstar-Digest: \(digest)")
  }

  /// What the server's gate says of a push of `main`. It reads the new objects where they are, as it reads those of a
  /// push in quarantine.
  func judge() throws -> Outcome {
    let (old, new) = (try sandbox.git("rev-parse", "main", in: "server.git"), try git("rev-parse", "main"))
    return try sandbox.northstar(
      ["gate", "pre-receive"], in: "server.git", width: 80,
      variables: ["GIT_ALTERNATE_OBJECT_DIRECTORIES": "\(sandbox.path)/repo/.git/objects"],
      answers: ["\(old) \(new) refs/heads/main"])
  }

  func push(_ words: String...) throws -> Outcome {
    try sandbox.run(["git", "push", "-q", "origin"] + (words.isEmpty ? ["main"] : words), variables: variables("ada"))
  }
}

extension GatedClone {
  /// Commits everything, signed with a person's own key, or another's.
  func sign(_ person: String, _ message: String, with key: String? = nil, _ options: String...) throws {
    try git("add", "-A")
    try git(by: person, signing(key ?? person) + ["commit", "-q", "--allow-empty", "-S", "-m", message] + options)
  }

  private func signing(_ key: String) -> [String] {
    ["-c", "gpg.format=ssh", "-c", "user.signingkey=\(sandbox.path)/keys/\(key)"]
  }

  /// Sets whether northstar and git sign commits as somebody from here on.
  func use(keyOf person: String) throws {
    try git("config", "gpg.format", "ssh")
    try git("config", "user.signingkey", "\(sandbox.path)/keys/\(person)")
    try git("config", "commit.gpgsign", "true")
  }
}
