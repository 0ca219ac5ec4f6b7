/// Where a repository's objects are: its own directory and those it borrows from.
struct ObjectDirectories: Sendable {
  let main: String
  /// `main`, then every alternate, each once.
  private(set) var all: [String] = []

  init(commonDirectory: String, environment: GitEnvironment) {
    main = environment.path("GIT_OBJECT_DIRECTORY") ?? "\(commonDirectory)/objects"
    add(main, depth: 0)
    let listed = Array((environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "").utf8)
    for path in Self.paths(in: listed[...], separatedBy: UInt8(ascii: ":")) {
      add(Paths.join(environment.directory, path), depth: 1)
    }
  }

  /// Adds a directory and those its `info/alternates` names, as deep as git goes.
  private mutating func add(_ directory: String, depth: Int) {
    let directory = Paths.real(directory)
    guard depth <= 5, !all.contains(directory) else { return }
    all.append(directory)
    let list = (try? DiskFile.read("\(directory)/info/alternates")) ?? []
    for path in Self.paths(in: list[...], separatedBy: UInt8(ascii: "\n")) {
      add(Paths.join(directory, path), depth: depth + 1)
    }
  }

  /// The paths of a list. A path that contains the separator is in double quotes, with C escapes; a line that begins
  /// with `#` is a comment.
  private static func paths(in list: ArraySlice<UInt8>, separatedBy separator: UInt8) -> [String] {
    var paths: [String] = []
    var rest = list
    while let first = rest.first {
      let path = first == UInt8(ascii: "\"") ? quoted(&rest) : rest.prefix { $0 != separator }[...]
      rest = rest.drop { $0 != separator }.dropFirst()
      if !path.isEmpty, first != UInt8(ascii: "#") { paths.append(String(decoding: path, as: UTF8.self)) }
    }
    return paths
  }

  /// Takes a quoted path from the front.
  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var path: ArraySlice<UInt8> = []
    rest.removeFirst()
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
        path.append(byte)
        continue
      }
      let digits = ([escaped] + rest.prefix(2)).filter { $0 & ~7 == UInt8(ascii: "0") }
      if digits.count == 3, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
        path.append(value)
        rest = rest.dropFirst(2)
      } else {
        path.append(Self.escapes[escaped] ?? escaped)
      }
    }
    return path
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
    UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
  ]
}
