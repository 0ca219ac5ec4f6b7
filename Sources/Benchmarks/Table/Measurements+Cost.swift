import StrictYAML

extension Measurements {
  /// Eight times the text takes about eight times the time, whatever the text: a quadratic reader would take 64 times.
  func costRow() -> Row {
    var worst = (small: 1.0, large: 0.0)
    for text in CostlyText.all {
      for prefix in CostlyText.prefixes {
        let costs = (
          small: seconds(text.bytes(behind: prefix, size: 1 << 14)),
          large: seconds(text.bytes(behind: prefix, size: 1 << 17))
        )
        if costs.large / costs.small > worst.large / worst.small { worst = costs }
      }
    }
    return Row(
      what: "eight times the text, the worst of \(CostlyText.all.count * CostlyText.prefixes.count) kinds",
      floor: worst.small.milliseconds, figure: worst.large.milliseconds, ratio: worst.large / worst.small,
      bar: .atMost(24))
  }

  /// The least of several runs, since whatever else the machine does only adds to it.
  private func seconds(_ text: [UInt8]) -> Double {
    let times = (0..<max(4, rounds)).map { _ in ContinuousClock().measure { _ = Document(parsing: text).faults.count } }
    return (times.min() ?? .zero) / .seconds(1)
  }
}
