import Yams

/// Every object of a repository, as git prints it; the slow way to read history.
struct WholeSnapshots {
  /// A first-parent commit with all of its files.
  struct Moment {
    let commit: String
    let time: Int
    /// The objects by path.
    let files: [String: String]
  }

  private let digits = Array("0123456789abcdef".utf8)
  private var objects: [String: (type: String, bytes: ArraySlice<UInt8>)] = [:]

  /// - Parameter dump: the output of `git cat-file --batch-all-objects --batch`.
  init(_ dump: [UInt8]) {
    var rest = dump[...]
    while let end = rest.firstIndex(of: 10) {
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ").map(String.init)
      let size = Int(head[2]) ?? 0
      objects[head[0]] = (head[1], rest[(end + 1)..<(end + 1 + size)])
      rest = rest[(end + 2 + size)...]
    }
  }

  /// The commits from the first one to `tip`.
  func line(to tip: String) -> [Moment] {
    var moments: [Moment] = []
    var next: String? = tip
    while let commit = next {
      let text = String(decoding: objects[commit]?.bytes ?? [], as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      func values(_ key: String) -> [Substring] {
        lines.filter { $0.hasPrefix(key + " ") }.map { $0.dropFirst(key.count + 1) }
      }
      let time = values("committer").first?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0
      var files: [String: String] = [:]
      list(String(values("tree").first ?? ""), below: "", into: &files)
      moments.append(Moment(commit: commit, time: time, files: files))
      next = values("parent").first.map(String.init)
    }
    return moments.reversed()
  }

  private func list(_ tree: String, below folder: String, into files: inout [String: String]) {
    var rest = objects[tree]?.bytes ?? []
    while let end = rest.firstIndex(of: 0) {
      let entry = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ", maxSplits: 1)
      let id = String(
        decoding: rest[(end + 1)...(end + 20)].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
      rest = rest[(end + 21)...]
      if entry[0] == "40000" {
        list(id, below: folder + entry[1] + "/", into: &files)
      } else {
        files[folder + entry[1]] = id
      }
    }
  }

  /// The mapping in a file, read by another YAML reader; `nil` when there is none.
  func mapping(_ id: String) -> Node.Mapping? {
    (try? Yams.compose(yaml: String(decoding: objects[id]?.bytes ?? [], as: UTF8.self)))?.mapping
  }
}
