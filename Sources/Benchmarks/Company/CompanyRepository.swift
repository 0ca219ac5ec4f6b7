import Foundation

/// A company's strategy in git: packed in a bare repository, and checked out.
struct CompanyRepository {
  let documents: Int
  /// The total bytes of all documents.
  let size: Int
  let bare: URL
  let checkout: URL
  /// One object id on each line, in the order of the paths: the input of `git cat-file --batch`.
  let objectList: URL
  /// Every file, relative to the checkout, in the order of the paths.
  let paths: [String]

  /// Writes a company with this many documents below a directory, or finds it there.
  init(documents: Int, in directory: URL) throws {
    self.documents = documents
    bare = directory.appending(path: "\(documents).git")
    checkout = directory.appending(path: "\(documents)")
    objectList = directory.appending(path: "\(documents).objects")
    if !FileManager.default.fileExists(atPath: objectList.path) {
      try CompanyRepository.make(Company(documents: documents), bare, checkout)
      let listing = try Program("git", "ls-tree", "-r", "--format=%(objectname)", "main", in: bare).output()
      try Data(listing).write(to: objectList, options: .atomic)
    }
    let listing = try Program("git", "ls-tree", "-r", "-l", "main", in: bare).output()
    let lines = String(decoding: listing, as: UTF8.self).split(separator: "\n")
    paths = lines.compactMap { $0.split(separator: "\t").last.map(String.init) }
    size = lines.reduce(0) { $0 + (Int($1.split(whereSeparator: { $0 == " " || $0 == "\t" })[3]) ?? 0) }
  }

  private static func make(_ company: Company, _ bare: URL, _ checkout: URL) throws {
    for leftover in [bare, checkout] { try? FileManager.default.removeItem(at: leftover) }
    try Program("git", "init", "--quiet", "--bare", "--initial-branch=main", bare.path).run()
    try Program("git", "fast-import", "--quiet", in: bare).run { write in
      var stream = "commit refs/heads/main\ncommitter Ada <ada@gather.example> 1795302000 +0000\ndata 9\nStrategy\n\n"
      try company.forEachDocument { document in
        stream += "M 100644 inline \(document.path)\ndata \(document.text.utf8.count)\n\(document.text)\n"
        if stream.utf8.count > 1 << 20 {
          try write(stream)
          stream = ""
        }
      }
      try write(stream)
    }
    try Program("git", "repack", "-adq", in: bare).run()
    try Program("git", "clone", "--quiet", "--no-hardlinks", bare.path, checkout.path).run()
  }

  /// The text of every file, in the order of the paths.
  func texts() throws -> [[UInt8]] {
    try paths.map { Array(try Data(contentsOf: checkout.appending(path: $0))) }
  }
}
