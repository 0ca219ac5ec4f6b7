/// Where a repository's objects lie: its own directory and those that it borrows from.
struct ObjectDirectories: Sendable {
  let main: String
  /// `main`, then every alternate, each once.
  private(set) var all: [String] = []

  init(commonDirectory: String, environment: GitEnvironment) {
    main = environment.path("GIT_OBJECT_DIRECTORY") ?? "\(commonDirectory)/objects"
    add(main, depth: 0)
    for path in Self.listed(environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"]) {
      add(Paths.join(environment.directory, path), depth: 1)
    }
  }

  /// Adds a directory and what its `info/alternates` names, as deep as git goes.
  private mutating func add(_ directory: String, depth: Int) {
    let directory = Paths.real(directory)
    guard depth <= 5, !all.contains(directory) else { return }
    all.append(directory)
    let list = (try? DiskFile.read("\(directory)/info/alternates")) ?? []
    for line in list.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      add(Paths.join(directory, String(decoding: line, as: UTF8.self)), depth: depth + 1)
    }
  }

  /// The paths of a variable: separated by colons, those with special characters quoted.
  private static func listed(_ value: String?) -> [String] {
    (value ?? "").split(separator: ":").map(String.init)
  }
}
