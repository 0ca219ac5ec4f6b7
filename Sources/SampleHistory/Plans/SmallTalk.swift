/// Short remarks for the check-ins without a story of their own.
enum SmallTalk {
  /// `nil` for most check-ins: people mostly just give the number.
  static func note(_ cycle: String, _ team: String, _ goal: Goal, _ value: Double, round: Int) -> String? {
    var chance = Chance("note/\(cycle)/\(team)/\(goal.id)/\(round)")
    guard chance.below(100) < (goal["type"] == "milestone" ? 12 : 24) else { return nil }
    let pool = pool(goal, value, round)
    return pool[chance.below(pool.count)]
  }

  private static func pool(_ goal: Goal, _ value: Double, _ round: Int) -> [String] {
    if goal["type"] == "milestone" { return value == 1 ? reached : waiting }
    if goal["type"] == "maintain" { return goal.progress(value) == 1 ? inside : outside }
    let pace = goal.progress(value) / (Double(round) / 6)
    return pace > 1.05 ? ahead : pace > 0.6 ? fair : behind
  }

  private static let reached = [
    "Done.", "Done, and looked at by somebody else.", "Reached. Leaving it here until the close.", "There.",
    "Done last week, forgot to write it down.",
  ]

  private static let waiting = [
    "Not begun, planned for the second half.", "First draft is with the others.", "Half of it is there.",
    "Waits for an answer from legal.", "Moves, nothing to show yet.", "Two of three people have said yes.",
    "Further than it looks.", "Smaller than we thought, so it comes later.", "One of four parts is done.",
    "The first try told us that we asked the wrong people.", "On hold for a week, nobody's fault.",
    "Read by two customers, changed twice.", "Starts on Monday.", "The dull half is done.",
  ]

  private static let inside = [
    "Inside.", "Fine.", "As it should be.", "Nothing to report, which is the point.", "Quiet.",
    "Well inside, with room for the campaign.", "Same as last time.",
  ]

  private static let outside = ["Outside. Looking into it.", "Over the line. We know why.", "Over, and coming down."]

  private static let ahead = [
    "Ahead of where we need to be.", "Better than planned, and I don't fully know why.", "Good two weeks.",
    "Faster than last quarter at this point.", "The change from last week shows.", "Going well.",
    "More than I would have bet.", "Holds, although the campaign is over.", "If it stays like this we aimed too low.",
    "Two large customers did most of it.", "Nice to see. Waiting for another week before I believe it.",
    "The team next door helped.", "Still rising, more slowly.",
  ]

  private static let fair = [
    "About where it should be.", "Small step up.", "No surprises.", "On the way.", "Two quiet weeks.",
    "The test runs until Friday, then we decide.", "Still two experiments to read.", "A little up, a little down.",
    "One half of it works.", "As expected after the release.", "Need two more weeks to say anything.",
    "Slow and steady.", "Better in the second week than in the first.", "Somewhat late, nothing dramatic.",
    "The easy part is over.", "Up where we changed something, flat elsewhere.", "Read it together with the one above.",
  ]

  private static let behind = [
    "Flat. Need an idea more than an effort.", "Behind, and the next change is two weeks off.",
    "Lost a week to other things.", "Hardly moved.", "The numbers are thin this week.", "Not where I want it.",
    "Talked to five customers, wrote down what they said.", "Two people ill, nothing released.",
    "What we tried did nothing. Taking it out again.", "Behind. I still think that it comes.",
    "Slower than it looked in the pilot.", "Waiting for the release on Tuesday.",
    "No movement, and no reason to expect one yet.",
    "We fixed the wrong thing first.", "Late, because it begins late.",
  ]
}
