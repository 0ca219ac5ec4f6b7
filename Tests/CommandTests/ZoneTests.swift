import Foundation
import Testing

@testable import northstar

@Suite struct ZoneTests {
  private static let names = [
    "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "UTC",
    "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo",
  ]

  /// Two thousand moments from 1902 to 2090, by 'date' of the system.
  @Test(arguments: names) func offsetsAreThoseOfTheSystem(name: String) throws {
    let zone = try #require(Zone(name))
    let moments = (0..<2000).map { Int64(-2_145_000_000) + Int64($0) * 2_975_437 }
    let sandbox = try Sandbox()
    try sandbox.write("moments", moments.map { "@\($0)\n" }.joined())
    let date = Process()
    date.executableURL = URL(filePath: "/bin/date")
    date.arguments = ["-f", "\(sandbox.path)/repo/moments", "+%::z"]
    date.environment = ["TZ": name]
    let pipe = Pipe()
    date.standardOutput = pipe
    try date.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    let offsets = String(decoding: output, as: UTF8.self).split(separator: "\n").map(ZoneTests.seconds)
    #expect(offsets.count == moments.count)
    for (moment, offset) in zip(moments, offsets) {
      #expect(zone.offset(at: moment) == offset, "\(name) at \(moment)")
    }
  }

  /// `-03:06:28`
  private static func seconds(_ text: Substring) -> Int {
    let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
    let seconds = parts.reduce(0) { $0 * 60 + $1 }
    return text.hasPrefix("-") ? -seconds : seconds
  }

  @Test(arguments: ["", "Nowhere/Town", "../../etc/passwd", "/etc/localtime", "Europe", "zone.tab", "Europe/Berlin/"])
  func whatIsNoZoneIsNone(name: String) {
    #expect(Zone(name) == nil)
  }
}
