/// A day of the Gregorian calendar, for messages.
struct Day: CustomStringConvertible {
  let description: String

  /// The day of a signature, in the time zone of its author.
  init(_ signature: Signature) { self.init(time: signature.time, offset: signature.offset) }

  /// The day of a moment in seconds since 1970, at `offset` minutes east of Greenwich.
  init(time: Int64, offset: Int = 0) {
    let seconds = time.addingReportingOverflow(Int64(offset) * 60).partialValue
    self.init(daysSince1970: seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0))
  }

  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  private init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    description = "\(Self.padded(year, 4))-\(Self.padded(month < 10 ? month + 3 : month - 9, 2))-\(Self.padded(day, 2))"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
