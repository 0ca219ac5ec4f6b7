extension Day {
  /// The day of a moment, in seconds since 1970, in a time zone; moments outside the years 1 to 9999 count as
  /// their ends.
  package init(of moment: Int64, in zone: Zone) {
    let seconds = Int(min(max(moment, -62_135_596_800), 253_402_300_799))
    let local = seconds + zone.offset(at: Int64(seconds))
    self.init(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The last second of the day in a time zone.
  package func lastSecond(in zone: Zone) -> Int64 {
    let utc = Int64(number + 1) * 86_400 - 1
    return utc - Int64(zone.offset(at: utc))
  }
}
