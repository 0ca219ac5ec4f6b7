import Foundation
import Testing

/// Compares a text with the file of that name in `Snapshots`; with `NORTHSTAR_RECORD` set, writes the file.
func expectSnapshot(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots").appending(path: name)
  if ProcessInfo.processInfo.environment["NORTHSTAR_RECORD"] != nil {
    try Data(text.utf8).write(to: file)
  }
  let expected = try? String(contentsOf: file, encoding: .utf8)
  #expect(text == expected, "set NORTHSTAR_RECORD=1 to rewrite \(name)", sourceLocation: location)
}
