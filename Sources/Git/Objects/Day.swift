import Presentation

/// A day of the Gregorian calendar, for messages.
struct Day: CustomStringConvertible {
  let description: String

  /// The day of a signature, in the time zone of its author.
  init(_ signature: Signature) { self.init(time: signature.time, offset: signature.offset) }

  /// The day of a moment in seconds since 1970, at `offset` minutes east of Greenwich.
  init(time: Int64, offset: Int = 0) {
    let seconds = time.addingReportingOverflow(Int64(offset) * 60).partialValue
    let date = CivilDate(daysSince1970: Int(seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)))
    description = "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
