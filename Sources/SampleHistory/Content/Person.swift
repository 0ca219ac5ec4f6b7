/// Somebody at Huddle.
struct Person {
  let handle: String
  let name: String
  let title: String
  let discipline: String
  let zone: Zone
  let joined: String
  var left: String?
  /// An address used before a given day, for a person who changed it.
  var earlierMail: (address: String, until: Day)?

  init(
    _ handle: String, _ name: String, _ title: String, _ discipline: String, _ zone: Zone, joined: String,
    left: String? = nil
  ) {
    self.handle = handle
    self.name = name
    self.title = title
    self.discipline = discipline
    self.zone = zone
    self.joined = joined
    self.left = left
  }

  func mail(on day: Day) -> String {
    if let earlierMail, day < earlierMail.until { return earlierMail.address }
    return "\(handle)@huddle.example"
  }

  func mustBeHere(on day: Day) throws {
    if let first = Day(joined), day < first { throw StoryFault("\(handle) is not there yet on \(day)") }
    if let left, let last = Day(left), day > last { throw StoryFault("\(handle) has left before \(day)") }
  }

  var path: String { "people/\(handle).yaml" }

  /// The person's file before anybody leaves or moves.
  var file: String {
    """
    kind: person
    id: \(handle)
    name: \(name)
    title: \(title)
    discipline: \(discipline)
    emails: [\(earlierMail?.address ?? "\(handle)@huddle.example")]
    joined: \(joined)

    """
  }
}
