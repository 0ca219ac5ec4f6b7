import Diagnostics
import Foundation
import Presentation
import Rules
import StrategyModel
import StrictYAML
import TestSupport
import Testing
import Yams

@testable import Editing
@testable import northstar

/// What must be true of `check --fix` as a whole, on files with slips in the names of fields and in words.
/// `NORTHSTAR_SOAK` sets a larger number of files.
@Suite struct SafeFixLawTests {
  private static let count = ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 600
  private static let shards = 4
  private static let paths = SmallStrategy.files.keys.sorted()

  @Test(arguments: 0..<shards) func renamesLoseNothing(_ shard: Int) throws {
    var corrected = 0
    for seed in shard * Self.count / Self.shards..<(shard + 1) * Self.count / Self.shards {
      var chance = Chance(seed)
      let path = chance.one(of: Self.paths)
      let text = Slips.made(in: SmallStrategy.files[path] ?? "", &chance)
      var bytes = Array(text.utf8)
      for _ in 0..<SafeFixes.passes {
        let old = bytes
        bytes = try pass(over: old, at: path)
        if bytes == old { break }
      }
      let after = String(decoding: bytes, as: UTF8.self)
      #expect(try pass(over: bytes, at: path) == bytes, "seed \(seed): another run changes more\n\(after)")
      if after != text { corrected += 1 }
      let seen = "seed \(seed), \(path)\n\(text)\n\(after)"
      expectSameLeaves(Self.leaves(of: text), Self.leaves(of: after), at: path, seen)
      // Two slips may make a name occur twice, which libyaml does not accept.
      if let old = try? leaves(ofYAML: text) { expectSameLeaves(old, try leaves(ofYAML: after), at: path, seen) }
    }
    // A law that applies to no fix would always pass.
    #expect(corrected * 5 > Self.count / Self.shards)
  }

  /// The text after one pass of fixes.
  private func pass(over text: [UInt8], at path: String) throws -> [UInt8] {
    let files = SmallStrategy.files.map { file in
      StrategyFile(path: file.key, in: "", text: file.key == path ? text : Array(file.value.utf8))
    }
    let check = Check(Strategy(folder: "", files: files), today: SmallStrategy.today)
    return try SafeFixes.text(text, correcting: check.diagnostics.filter { $0.location.path == path })
  }

  /// One for one: a name differs by one slip at most, a kind is that of the folder, and another word differs only as
  /// `Identifier.corrected` makes it; a correct field name stays.
  private func expectSameLeaves(_ before: [Leaf], _ after: [Leaf], at path: String, _ comment: String) {
    guard before.count == after.count else {
      Issue.record("\(before.count) values became \(after.count): \(comment)")
      return
    }
    for (old, new) in zip(before, after) {
      // The folder decides what an unknown kind means.
      let isKind = new.path == ["kind"] && Kind(rawValue: old.value) == nil
      let isValueKept =
        old.value == new.value || Identifier.corrected(old.value) == new.value
        || isKind && SmallStrategy.files[path]?.hasPrefix("kind: \(new.value)\n") == true
      let areNamesKept =
        old.path.count == new.path.count
        && old.path.indices.allSatisfy { place in
          let (name, other) = (old.path[place], new.path[place])
          let isKnown = Self.known[path]?.contains(new.path[..<place] + [name]) ?? false
          return name == other || !isKnown && isOneSlip(name, from: other)
        }
      if !isValueKept || !areNamesKept { Issue.record("\(old) became \(new): \(comment)") }
    }
    #expect(Set(after.map(\.path)).count == Set(before.map(\.path)).count, "\(comment)")
  }

  /// The places of the fields that each file of the small strategy has.
  private static let known = SmallStrategy.files.mapValues { text in
    Set(leaves(of: text).flatMap { leaf in leaf.path.indices.map { Array(leaf.path[...$0]) } })
  }

  /// A scalar, by the names and positions that lead to it.
  private struct Leaf: CustomStringConvertible {
    let path: [String]
    let value: String
    var description: String { path.joined(separator: ".") + "=" + value }
  }

  /// As libyaml reads them.
  private func leaves(ofYAML text: String) throws -> [Leaf] {
    guard let root = try Yams.compose(yaml: text) else { return [] }
    func walk(_ node: Yams.Node, _ path: [String]) -> [Leaf] {
      switch node {
      case .mapping(let mapping): mapping.flatMap { walk($0.value, path + [$0.key.string ?? "?"]) }
      case .sequence(let list): list.enumerated().flatMap { walk($0.element, path + [String($0.offset)]) }
      case .scalar(let scalar): [Leaf(path: path, value: scalar.string)]
      case .alias: []
      }
    }
    return walk(root, [])
  }

  /// As the program's own reader reads them.
  private static func leaves(of text: String) -> [Leaf] {
    let document = Document(parsing: Array(text.utf8))
    func walk(_ node: NodeID, _ path: [String]) -> [Leaf] {
      switch document[node].kind {
      case .mapping: document.entries(of: node).flatMap { walk($0.value, path + [document.string(of: $0.key)]) }
      case .sequence: document.items(of: node).enumerated().flatMap { walk($0.element, path + [String($0.offset)]) }
      case .scalar: [Leaf(path: path, value: document.string(of: node))]
      }
    }
    return document.root.map { walk($0, []) } ?? []
  }
}
