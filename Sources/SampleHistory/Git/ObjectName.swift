/// The name of an object in git: reviews quote the commit that they judged, so the story must compute names itself.
package struct ObjectName: Hashable, Sendable {
  let bytes: [UInt8]

  init(of type: String, _ content: [UInt8]) {
    bytes = SHA1.digest(of: Array("\(type) \(content.count)\u{0}".utf8) + content)
  }

  package var hex: String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 &>> 4)], digits[Int($0 & 15)]] })
  }
}

extension ObjectName {
  /// - Parameter files: sorted by the bytes of their paths, which is also git's order of tree entries.
  init(ofTree files: ArraySlice<(path: [UInt8], name: ObjectName)>, below depth: Int = 0) {
    var content: [UInt8] = []
    var position = files.startIndex
    while position < files.endIndex {
      let rest = files[position].path[depth...]
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else {
        content += Array("100644 ".utf8) + rest + [0] + files[position].name.bytes
        position += 1
        continue
      }
      let folder = rest[..<slash]
      let end = files[position...].firstIndex { $0.path[depth...].prefix(folder.count + 1) != rest[...slash] }
      let inside = files[position..<(end ?? files.endIndex)]
      content += Array("40000 ".utf8) + folder + [0] + ObjectName(ofTree: inside, below: slash + 1).bytes
      position = inside.endIndex
    }
    self.init(of: "tree", content)
  }
}
