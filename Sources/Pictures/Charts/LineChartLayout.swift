import Diagnostics
internal import Presentation

/// The positions of a line chart's parts, in the units of its view box.
struct LineChartLayout {
  static let width = 900
  static let height = 360
  static let left = 78
  static let top = 58
  static let bottom = 318

  /// The room before a line's name for a sample of the line.
  static let keyWidth = 34

  /// A text to the right of the plot.
  struct Label {
    let text: String
    var y: Double
    /// The line that it names; `nil` for a level or the band.
    let series: Int?
  }

  let chart: LineChart
  let axis: LineChartAxis
  /// Where the plot ends and the labels begin.
  let right: Int
  private(set) var labels: [Label] = []

  init(_ chart: LineChart) {
    self.chart = chart
    axis = chart.axis
    let texts = Self.texts(of: chart)
    let widest = texts.map { Self.room(for: $0.text) + ($0.series == nil ? 0 : Self.keyWidth) }.max() ?? 0
    right = Self.width - 22 - min(250, max(30, widest))
    labels = texts.map { Label(text: $0.text, y: y(of: $0.value), series: $0.series) }
    spread()
  }

  /// In pixels of a wide font.
  private static func room(for text: String) -> Int { min(400, text.displayWidth) * 8 + 12 }

  /// The names to write beside the plot, each at its value. A single line has the chart's title.
  private static func texts(of chart: LineChart) -> [(text: String, value: Double, series: Int?)] {
    var texts: [(text: String, value: Double, series: Int?)] = []
    for line in chart.series.indices where chart.series.count > 1 {
      guard let last = chart.positions.indices.last(where: { chart.value(of: line, at: $0) != nil }),
        let value = chart.value(of: line, at: last)
      else { continue }
      texts.append((chart.series[line].name, value, line))
    }
    guard chart.series.indices.contains(where: { !chart.runs(of: $0).isEmpty }) else { return [] }
    for level in chart.levels where level.value.isFinite {
      texts.append(("\(level.label) \(level.value.figure)", level.value, nil))
    }
    if let band = chart.band {
      texts.append(("\(band.label) \(band.range.upperBound.figure)", band.range.upperBound, nil))
      texts.append(("\(band.label) \(band.range.lowerBound.figure)", band.range.lowerBound, nil))
    }
    return texts
  }

  /// Moves overlapping labels apart, and keeps them beside the plot if they all fit.
  private mutating func spread() {
    let gap = min(15, Double(Self.bottom - Self.top) / Double(max(1, labels.count)))
    labels.sort { $0.y < $1.y }
    for place in labels.indices.dropFirst() { labels[place].y = max(labels[place].y, labels[place - 1].y + gap) }
    var floor = Double(Self.bottom)
    for place in labels.indices.reversed() {
      labels[place].y = min(labels[place].y, floor)
      floor = labels[place].y - gap
    }
  }

  func y(of value: Double) -> Double {
    Double(Self.bottom) - axis.share(of: value) * Double(Self.bottom - Self.top)
  }

  func x(of position: Int) -> Double {
    let (inset, count) = (10.0, chart.positions.count)
    let room = Double(right - Self.left) - 2 * inset
    guard count > 1 else { return Double(Self.left) + inset + room / 2 }
    return Double(Self.left) + inset + room * Double(position) / Double(count - 1)
  }

  /// The positions whose names are written below the plot: the last one, and as many before it as fit.
  var namedPositions: [Int] {
    guard let last = chart.positions.indices.last else { return [] }
    let widest = chart.positions.map(\.displayWidth).max() ?? 0
    let room = Double(min(widest, 40) * 8 + 14)
    let apart = chart.positions.count > 1 ? max(1e-9, x(of: 1) - x(of: 0)) : room
    let step = max(1, Int((room / apart).rounded(.up)))
    return stride(from: last, through: 0, by: -step).reversed()
  }

  /// Above and below a marked point; first the side away from the line.
  private func sides(of mark: LineChart.Mark, _ value: Double) -> [Double] {
    let (above, below) = (y(of: value) - 12, y(of: value) + 20)
    let neighbours = [mark.position - 1, mark.position + 1].compactMap { chart.value(of: mark.series, at: $0) }
    let isLow = !neighbours.isEmpty && neighbours.allSatisfy { $0 >= value }
    return isLow ? [below, above] : [above, below]
  }

  /// The texts of marks, above the lines and apart from each other; marks without room only have their titles.
  var markTexts: [(mark: LineChart.Mark, x: Double, y: Double, text: String)] {
    var placed: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
    var texts: [(mark: LineChart.Mark, x: Double, y: Double, text: String)] = []
    for mark in chart.drawnMarks where !mark.label.isEmpty {
      guard let value = chart.value(of: mark.series, at: mark.position) else { continue }
      let text = FittedText(mark.label, size: 11, width: 150, most: 1).lines.first ?? ""
      let half = Double(text.displayWidth) * 3.6
      let x = min(max(x(of: mark.position), Double(Self.left) + half), Double(right) - half)
      for y in sides(of: mark, value) where y > Double(Self.top) - 8 && y < Double(Self.bottom) - 2 {
        let (across, down) = (x - half...x + half, y - 10...y + 3)
        if placed.contains(where: { $0.x.overlaps(across) && $0.y.overlaps(down) }) { continue }
        placed.append((across, down))
        texts.append((mark, x, y, text))
        break
      }
    }
    return texts
  }
}
