/// Metrics change in other ways than by owner.
extension ChangingCompany {
  /// The definition, the threshold, the target or the lifecycle.
  mutating func changeMetric(_ moment: Moment) -> Change? {
    guard let position = pickMetric(moment, where: { _ in true }) else { return nil }
    let metric = metrics[position]
    let number = 1 + random.below(60)
    switch random.below(10) {
    case 0...2:
      return change(position, at: moment, "metrics: another target for \(metric.id)") { $0.setTarget(number * 250) }
    case 3...5 where metric.hasThreshold:
      return change(position, at: moment, "metrics: another threshold for \(metric.id)") { $0.setThreshold(number) }
    case 6...7 where metric.isDriver:
      let lifecycle = metric.isActive ? "deprecated" : "active"
      return change(position, at: moment, "metrics: \(metric.id) is \(lifecycle)") { $0.setLifecycle(lifecycle) }
    case 8:
      let window = random.pick(["calendar week", "calendar month", "seven days"])
      return change(position, at: moment, "metrics: count \(metric.id) over a \(window)") { $0.setWindow(window) }
    default:
      return change(position, at: moment, "metrics: leave shorter visits out of \(metric.id)") {
        $0.exclude(visitsBelow: number)
      }
    }
  }

  /// Comments, quotes and order, which mean nothing.
  mutating func reformat(_ moment: Moment) -> Change? {
    guard let position = pickMetric(moment, where: { _ in true }) else { return nil }
    let what = random.below(3)
    return change(position, at: moment, "metrics: tidy up \(metrics[position].id)") { metric in
      switch what {
      case 0: metric.look.comment += 1
      case 1: metric.look.isQuoted.toggle()
      default: metric.look.order += 1
      }
    }
  }

  /// Moves the file of a metric to another folder, or back to where the convention wants it.
  mutating func move(_ moment: Moment) -> Change? {
    let mayStay = misplaced.count < metrics.count / 10
    guard let position = pickMetric(moment, where: { mayStay || $0.folder != nil }) else { return nil }
    let before = metrics[position].path
    let folder = metrics[position].folder == nil ? Words.areas[random.below(8)] : nil
    if folder == nil { misplaced.remove(position) } else { misplaced.insert(position) }
    var change = change(position, at: moment, "metrics: move \(metrics[position].id)") { $0.folder = folder }
    change.files.insert(.remove(path: before), at: 0)
    return change
  }
}
