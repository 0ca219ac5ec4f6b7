import Foundation
import StrategyModel
import TestSupport
import Testing

/// Time zones, held against `date` of the system, which reads the same database with the code of the C library.
@Suite struct ZoneTests {
  private static let names = [
    "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "UTC",
    "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "America/Sao_Paulo",
  ]

  /// Two thousand moments from 1902 to 2090.
  @Test(arguments: names) func offsetsAreThoseOfTheSystem(name: String) throws {
    try compare(name, (0..<2000).map { -2_145_000_000 + $0 * 2_975_437 })
  }

  /// The rules of all zones, which count from 2038 on: five years, every 31 hours.
  @Test func rulesAreThoseOfTheSystem() throws {
    let table = try String(contentsOfFile: "/usr/share/zoneinfo/zone1970.tab", encoding: .utf8)
    let names = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0.split(separator: "\t")[2]) }
    #expect(names.count > 250)
    for name in names + ["EST5EDT", "Etc/GMT+12"] {
      try compare(name, (0..<1400).map { 2_177_452_800 + $0 * 111_600 })
    }
  }

  private func compare(_ name: String, _ moments: [Int64]) throws {
    let zone = try #require(Zone(name))
    let sandbox = try Sandbox(isRepository: false)
    try sandbox.write("moments", moments.map { "@\($0)\n" }.joined())
    let date = try sandbox.run(["date", "-f", "moments", "+%::z"], variables: ["TZ": name])
    let offsets = date.output.split(separator: "\n").map(ZoneTests.seconds)
    try #require(offsets.count == moments.count, "\(date.text)")
    let wrong = zip(moments, offsets).first { zone.offset(at: $0) != $1 }
    #expect(wrong == nil, "\(name) at \(wrong?.0 ?? 0): \(zone.offset(at: wrong?.0 ?? 0)), not \(wrong?.1 ?? 0)")
  }

  /// `-03:06:28`
  private static func seconds(_ text: Substring) -> Int {
    let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
    let seconds = parts.reduce(0) { $0 * 60 + $1 }
    return text.hasPrefix("-") ? -seconds : seconds
  }

  @Test(arguments: ["", "Nowhere/Town", "../../etc/passwd", "/etc/localtime", "Europe", "zone.tab", "Europe/Berlin/"])
  func whatIsNotAZoneIsRefused(name: String) {
    #expect(Zone(name) == nil)
  }
}
