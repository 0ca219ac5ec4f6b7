import Decisions
import FoundationEssentials
import Git
import History
import StrategyModel
import StrategyStore

/// The keys that a snapshot has for its people, and no others: keys of the machine prove nothing here.
struct KeyRing {
  /// `<handle> namespaces="git" <type> <key>`, as `ssh-keygen` reads them.
  private let allowedSigners: String
  /// Public keys in OpenPGP's armour, with their people.
  private let armoured: [(person: String, key: String)]

  init(_ snapshot: Snapshot) {
    let people = snapshot.entities.values.filter { $0.key.kind == .person && Identifier.isValid($0.key.id) }
      .sorted { $0.key < $1.key }
    let keys = people.flatMap { person in Set(person.list("keys")).map { (person: person.key.id, key: $0) } }
    armoured = keys.filter { $0.key.contains(KeyRing.armour) }
    let plain = keys.compactMap { person, key in KeyRing.plainKey(key).map { (person: person, key: $0) } }
    // A key that several people claim proves nothing.
    let claims = Dictionary(grouping: Set(plain.map { "\($0.person) \($0.key)" })) { $0.drop { $0 != " " } }
    allowedSigners = claims.values.compactMap(\.only).sorted().map { line in
      let person = line.prefix { $0 != " " }
      return "\(person) namespaces=\"git\"\(line.dropFirst(person.count))\n"
    }.joined()
  }

  /// Type and key, without a comment: nothing in a person's file can add a line of its own.
  private static func plainKey(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, ["ssh-", "ecdsa-", "sk-"].contains(where: { words[0].hasPrefix($0) }) else { return nil }
    let isPlain = words.prefix(2).allSatisfy { word in
      word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "+/=-@._".utf8.contains(byte)
        }
      }
    }
    return isPlain && !words[0].contains("cert") ? "\(words[0]) \(words[1])" : nil
  }

  private static let armour = "-----BEGIN PGP PUBLIC KEY BLOCK-----"

  /// Judges the signatures of these commits, all at once; stores nothing.
  func signatures(of commits: [Commit], in repository: Repository) throws -> Signatures {
    guard !commits.isEmpty else { return Signatures() }
    let folder = FileManager.default.temporaryDirectory.appending(component: "northstar-keys-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      let signers = folder.appending(component: "allowed_signers")
      try Data(allowedSigners.utf8).write(to: signers)
      // The owner of a key was decided when the person's file was approved.
      try Data("trust-model always\nno-autostart\n".utf8).write(to: folder.appending(component: "gpg.conf"))
      let owners = importKeys(to: folder, repository.environment)
      var variables = repository.environment.variables
      variables["GNUPGHOME"] = folder.path
      variables["GIT_NO_REPLACE_OBJECTS"] = "1"
      let environment = GitEnvironment(directory: repository.environment.directory, variables: variables)
      let answer = try environment.git(
        [
          "-c", "gpg.ssh.allowedSignersFile=\(signers.path)", "-c", "gpg.minTrustLevel=undefined", "log",
          "--no-walk=unsorted", "--stdin", "--no-show-signature", "--no-color",
          "--format=%H%x00%G?%x00%GS%x00%GF%x00%GP",
        ], input: Array(commits.map { "\($0.id)\n" }.joined().utf8))
      guard answer.succeeded else { throw GitError.git("read the signatures", answer) }
      return Signatures(answer.output, owners: owners)
    } catch let error as CocoaError {
      throw StrategyError.writing(folder.path, error)
    }
  }

  /// The owners of the imported keys, by fingerprint.
  private func importKeys(to folder: URL, _ environment: GitEnvironment) -> [String: String] {
    var owners: [String: Set<String>] = [:]
    for (number, entry) in armoured.enumerated() {
      let file = folder.appending(component: "key\(number).asc")
      guard (try? Data(entry.key.utf8).write(to: file)) != nil else { continue }
      for fingerprint in KeyRing.imported(file, to: folder, environment) {
        owners[fingerprint, default: []].insert(entry.person)
      }
    }
    return owners.compactMapValues { Array($0).only }
  }

  /// The fingerprints of the keys that `gpg` has imported from a file; empty where there is no `gpg`.
  private static func imported(_ file: URL, to folder: URL, _ environment: GitEnvironment) -> [String] {
    let arguments = ["--homedir", folder.path, "--batch", "--quiet", "--status-fd", "1", "--import", file.path]
    guard let answer = try? environment.run("gpg", arguments) else { return [] }
    let text = String(decoding: answer.output, as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      return words.count == 4 && words[1] == "IMPORT_OK" ? String(words[3]) : nil
    }
  }
}

/// What signatures prove, by commit.
struct Signatures {
  private enum Proof {
    case none
    /// Signed with a key of this person.
    case person(String)
    case flawed(String)
  }

  private var proofs: [String: Proof] = [:]

  init() {}

  /// - Parameters:
  ///   - log: lines of commit, `%G?`, `%GS`, `%GF` and `%GP`, with zeros between.
  ///   - owners: handles by the fingerprints of OpenPGP keys.
  fileprivate init(_ log: [UInt8], owners: [String: String]) {
    for line in log.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 5 else { continue }
      let isPlain = parts[3].hasPrefix("SHA256:")
      proofs[parts[0]] = Signatures.proof(parts[1], by: isPlain ? parts[2] : owners[parts[4]])
    }
  }

  private static func proof(_ state: String, by person: String?) -> Proof {
    switch state {
    case "N": .none
    case "G": person.map { .person($0) } ?? .flawed("its key belongs to nobody in people/")
    case "U": .flawed("its key belongs to nobody in people/")
    case "B": .flawed("it does not match the commit")
    case "X": .flawed("it has expired")
    case "Y": .flawed("its key has expired")
    case "R": .flawed("its key was revoked")
    default: .flawed("its key belongs to nobody in people/, or cannot be checked")
    }
  }

  /// What a commit's signature proves about a person.
  func signature(of commit: Commit, by person: String?) -> Approval.Signature {
    switch proofs[commit.id.description] ?? .none {
    case .none: .unsigned
    case .person(let owner) where owner == person: .good
    case .person(let owner): .bad("it was made with a key of \(owner)")
    case .flawed(let reason): .bad(reason)
    }
  }
}
