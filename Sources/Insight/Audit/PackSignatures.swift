import Diagnostics
import FoundationEssentials
import Git
import Presentation

/// Git's verdict on the signature of one commit.
struct CommitSignature: Codable, Equatable {
  let commit: String
  /// Whether the commit carries a signature; no key is needed to tell.
  let signed: Bool
  /// Git's `%G?`.
  var state: String
  /// Git's `%GS`.
  var signer: String
  /// Git's `%GF`, the fingerprint.
  var key: String

  /// Whether git could judge the signature; without the key or the program, git reports it as missing.
  var isJudged: Bool { !signed || (state != "E" && state != "N") }

  /// Whether the signature matches the commit, even if the key is untrusted, expired, revoked or unknown.
  fileprivate var holds: Bool { "GUXYR".contains(state) }

  var json: JSONValue {
    [
      "commit": .string(commit), "signed": .flag(signed), "state": .string(state), "signer": .string(signer),
      "key": .string(key),
    ]
  }
}

/// The signatures of a line of commits, the oldest first.
struct PackSignatures {
  let all: [CommitSignature]

  /// - Parameter git: runs git in a place where the keys are known.
  init(upTo tip: String, git: ([String]) throws -> GitOutput) throws {
    func ask(_ arguments: [String]) throws -> [UInt8] {
      let answer = try git(["--no-replace-objects"] + arguments)
      guard answer.succeeded else { throw GitError.git("read the signatures", answer) }
      return answer.output
    }
    let headers = try ask(["rev-list", "--first-parent", "--header", tip])
    let signed = Set(headers.split(separator: 0).compactMap(PackSignatures.signedCommit))
    let log = try ask([
      "log", "--first-parent", "--no-show-signature", "--no-color", "--format=%H%x00%G?%x00%GS%x00%GF", tip,
    ])
    all = log.split(separator: UInt8(ascii: "\n")).reversed().compactMap { line in
      let parts = line.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 4 else { return nil }
      return CommitSignature(
        commit: parts[0], signed: signed.contains(parts[0]), state: parts[1], signer: parts[2], key: parts[3])
    }
  }

  func text() throws -> [UInt8] { try encodeJSONLines(all.map(\.json)) }

  /// `3 of 4 commits are signed, 2 signatures are valid here.`
  var sentence: String {
    let (signed, held) = (all.filter(\.signed), all.count { $0.signed && $0.holds })
    let total = counted(all.count, "commit")
    guard !signed.isEmpty else {
      return "None of \(total) is signed: nothing proves who made an unsigned commit."
    }
    let verb = signed.count == 1 ? "is" : "are"
    return
      "\(signed.count) of \(total) \(verb) signed, \(counted(held, "signature")) \(held == 1 ? "is" : "are") valid here."
      + (signed.count == all.count ? "" : " Nothing proves who made the others.")
  }

  /// The id of a commit whose header has a signature.
  private static func signedCommit(_ record: ArraySlice<UInt8>) -> String? {
    let lines = record.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let header = lines.prefix { !$0.isEmpty }
    guard header.contains(where: { $0.starts(with: "gpgsig ".utf8) || $0.starts(with: "gpgsig-sha256 ".utf8) }) else {
      return nil
    }
    return header.first.map { String(decoding: $0, as: UTF8.self) }
  }

  /// These signatures, completed from the pack where only one side could judge, and how the two compare.
  func reconciled(with text: [UInt8]) -> (text: [UInt8]?, notes: [String]) {
    let decoder = JSONDecoder()
    let lines = text.split(separator: UInt8(ascii: "\n"))
    var (unjudged, changed) = (0, 0)
    let expected = zip(all.indices, all).map { position, own in
      guard own.signed, position < lines.count,
        let said = try? decoder.decode(CommitSignature.self, from: Data(lines[position])),
        said.commit == own.commit, said.signed, said.state != own.state
      else { return own }
      if !own.isJudged || !said.isJudged {
        unjudged += 1
      } else if own.holds && said.holds {
        changed += 1
      } else {
        return own
      }
      return said
    }
    unjudged += zip(all, expected).filter { !$0.isJudged && $0 == $1 }.count
    var notes: [String] = []
    if unjudged > 0 { notes.append("signatures not checked, because a key is missing here or there: \(unjudged)") }
    if changed > 0 { notes.append("valid signatures whose keys have another status now: \(changed)") }
    return (try? encodeJSONLines(expected.map(\.json)), notes)
  }
}
