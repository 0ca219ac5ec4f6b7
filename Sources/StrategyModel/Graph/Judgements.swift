extension Strategy {
  /// The last review of each subject that reached a decision, as a position in `reviews`, by `subjectName`.
  package var lastDecisions: [String: Int] {
    var last: [String: Int] = [:]
    for position in reviews.all.indices where reviews.all[position].decision != nil {
      guard let subject = reviews.all[position].subjectName, let day = reviews.all[position].heldOn?.value
      else { continue }
      if let other = last[subject], let earlier = reviews.all[other].heldOn?.value, earlier > day { continue }
      last[subject] = position
    }
    return last
  }

  /// Whether a reference names an active North Star.
  package func isNorthStar(_ id: String) -> Bool {
    metrics.position(of: id).map { graph.northStars.contains($0) } ?? false
  }
}
