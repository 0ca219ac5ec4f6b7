import Foundation
import Pictures
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct LineChartTests {
  /// A year of weeks with a gap, limits, a target and two signals.
  private static let year: LineChart = {
    let values: [Double?] = (0..<52).map { week in
      if (20...22).contains(week) { return nil }
      return 9000 + 60 * Double(week) + 350 * Double((week * 37) % 11 - 5) / 5 + (week == 33 ? -1900 : 0)
    }
    var chart = LineChart(
      title: "Weekly hosted meetings", unit: "meetings",
      positions: (0..<52).map { "2025-W\($0 < 9 ? "0" : "")\($0 + 1)" },
      series: [.init("Weekly hosted meetings", values)])
    chart.levels = [.init("target", 12_000)]
    chart.band = .init("limit", 8700...11_900)
    chart.marks = [
      .init("below the limit", position: 33), .init("in a gap", position: 21), .init("high", position: 50),
    ]
    return chart
  }()

  private static let lines: LineChart = {
    let positions = (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0)" }
    func line(_ start: Double, _ slope: Double) -> [Double?] { positions.indices.map { start + slope * Double($0) } }
    return LineChart(
      title: "Activation by <plan> & region", unit: "percent", positions: positions,
      series: [
        .init("all", line(34, 0.5)), .init("free", line(30.5, 0.4)), .init("team & company", line(36, 0.4)),
        .init("lone", [nil, nil, 33, nil, 39.5, nil, nil, nil, nil, nil, nil, nil]),
      ])
  }()

  @Test func chartsStayAsTheyAre() throws {
    try expectSnapshot(LineChartSVG(id: "year").render(Self.year), "line-chart-year.svg")
    try expectSnapshot(LineChartSVG(id: "lines").render(Self.lines), "line-chart-lines.svg")
  }

  @Test func whatIsDrawnIsToldInWords() throws {
    let drawing = try ParsedChart(LineChartSVG(id: "year").render(Self.year))
    #expect(drawing.titles.first == "Weekly hosted meetings")
    #expect(
      drawing.descriptions == [
        "Weekly hosted meetings: 49 values, 3 missing, from 8650 meetings in 2025-W01 to 12130 meetings in 2025-W52, "
          + "lowest 8650 meetings, highest 12220 meetings. target: 12000 meetings. limit: 8700 meetings to 11900 meetings. "
          + "Marked: 2025-W34 below the limit (8730 meetings), 2025-W51 high (11790 meetings)."
      ])
    #expect(drawing.titles.contains("2025-W34: below the limit"))
    #expect(!drawing.titles.contains { $0.contains("in a gap") })
  }

  @Test func aGapBreaksTheLine() throws {
    let drawing = try ParsedChart(LineChartSVG().render(Self.year))
    #expect(drawing.paths("line").map { $0.split(separator: "L").count } == [20, 29])
    #expect(drawing.count("circle", "mark") == 2 && drawing.count("circle", "point") == 49)
    let lone = try ParsedChart(LineChartSVG().render(Self.lines))
    #expect(lone.paths("line").count == 3)
    #expect(lone.titles.contains("2025-03: 33 percent"))
  }

  @Test func idsOfTwoChartsOnAPageDiffer() throws {
    let (a, b) = (LineChartSVG(id: "a").render(Self.year), LineChartSVG(id: "b").render(Self.year))
    #expect(a.contains("aria-labelledby=\"a-title a-desc\"") && a.contains("<desc id=\"a-desc\">"))
    #expect(!b.contains("\"a-"))
  }

  @Test(
    arguments: [
      [], [nil, nil], [7], [nil, 7, nil], [0, 0, 0], [5, 5, 5], [-3, -3], [.nan, .infinity, -.infinity], [1, .nan, 2],
      [1e308, -1e308, 1e308], [.leastNonzeroMagnitude, 0], [1e15, 1e15 + 1], [1e16, 1e16 + 2], [1e-9, 2e-9],
      [-1e7, 3e9], [0.1, 0.3],
      [1, 1 + 1e-15], [.greatestFiniteMagnitude], [-0.0, 0.0],
    ] as [[Double?]])
  func anyValuesGiveAChartInsideItsBox(_ values: [Double?]) throws {
    var chart = LineChart(
      title: "\u{0}<&>\u{202E}", unit: "\"", positions: values.indices.map { "p\($0)" }, series: [.init("s", values)])
    chart.levels = [.init("a", .nan), .init("b", 1e300), .init("c", -.infinity)]
    chart.marks = [.init("m", position: 0), .init("n", series: 9, position: 0), .init("o", position: -1)]
    for startsAtZero in [false, true] {
      chart.startsAtZero = startsAtZero
      let drawing = try ParsedChart(LineChartSVG().render(chart))
      #expect(drawing.places.allSatisfy { (0...900).contains($0.x) && (0...360).contains($0.y) }, "\(drawing.places)")
      #expect(drawing.descriptions.count == 1)
    }
  }

  @Test func labelsOfOneHeightStandApart() throws {
    var chart = LineChart(
      title: "T", unit: "", positions: ["a", "b"], series: (0..<6).map { .init("line \($0)", [1, 2]) })
    chart.levels = [.init("target", 2)]
    let drawing = try ParsedChart(LineChartSVG().render(chart))
    let heights = drawing.texts.filter { $0.text.hasPrefix("line ") || $0.text.hasPrefix("target") }.map(\.y).sorted()
    #expect(heights.count == 7)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 14.9 })
  }

  @Test func moreLinesThanThereIsRoomForStayInside() throws {
    let chart = LineChart(
      title: "T", unit: "", positions: ["a", "b"], series: (0..<40).map { .init("line \($0)", [1, Double($0 % 3)]) })
    let drawing = try ParsedChart(LineChartSVG().render(chart))
    #expect(drawing.texts.count { $0.text.hasPrefix("line ") } == 40)
    #expect(drawing.places.allSatisfy { (0...900).contains($0.x) && (0...360).contains($0.y) })
  }

  @Test func manyPointsHaveNoMarkersAndFewNames() throws {
    let count = 520
    let chart = LineChart(
      title: "Ten years", unit: "", positions: (0..<count).map { "week \($0)" },
      series: [.init("s", (0..<count).map { Double($0 % 7) })])
    let drawing = try ParsedChart(LineChartSVG().render(chart))
    #expect(drawing.count("circle", "point") == 1)
    let names = drawing.texts.filter { $0.text.hasPrefix("week ") }
    #expect(names.last?.text == "week 519" && (4...12).contains(names.count))
  }

  @Test(arguments: [
    ([0, 10] as [Double], ["0", "2", "4", "6", "8", "10"]), ([41, 59], ["40", "45", "50", "55", "60"]),
    ([0.02, 0.11], ["0.02", "0.04", "0.06", "0.08", "0.10", "0.12"]), ([-3, 2], ["−3", "−2", "−1", "0", "1", "2"]),
    ([12e6, 31e6], ["10.0 M", "15.0 M", "20.0 M", "25.0 M", "30.0 M", "35.0 M"]),
    ([7, 7], ["6.25", "6.50", "6.75", "7.00", "7.25", "7.50", "7.75"]),
  ])
  func ticksAreRoundNumbers(_ values: [Double], _ labels: [String]) throws {
    let chart = LineChart(title: "T", unit: "", positions: ["a", "b"], series: [.init("s", values)])
    let drawing = try ParsedChart(LineChartSVG().render(chart))
    let ticks = drawing.texts.filter { $0.x == 70 }.sorted { $0.y > $1.y }.map(\.text)
    #expect(ticks == labels)
  }
}

/// What an XML parser finds in a chart.
private final class ParsedChart: NSObject, XMLParserDelegate {
  private(set) var titles: [String] = []
  private(set) var descriptions: [String] = []
  private(set) var texts: [(text: String, x: Double, y: Double)] = []
  private(set) var places: [(x: Double, y: Double)] = []
  private var elements: [(name: String, attributes: [String: String])] = []
  private var text = ""
  private var corner = (x: 0.0, y: 0.0)

  init(_ drawing: String) throws {
    super.init()
    let parser = XMLParser(data: Data(drawing.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func count(_ name: String, _ style: String) -> Int {
    elements.count { $0.name == name && $0.attributes["class"] == style }
  }

  func paths(_ style: String) -> [String] {
    elements.filter { $0.attributes["class"]?.split(separator: " ").first == Substring(style) }
      .compactMap { $0.attributes["d"] }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
    attributes: [String: String]
  ) {
    text = ""
    elements.append((elementName, attributes))
    func number(_ name: String) -> Double? { attributes[name].map { Double($0) ?? .nan } }
    if let x = number("x") ?? number("cx"), let y = number("y") ?? number("cy") {
      corner = (x, y)
      places.append((x, y))
    }
    if elementName == "path", let path = attributes["d"] {
      for pair in path.split(whereSeparator: { "ML".contains($0) }) {
        let numbers = pair.split { !"-.0123456789".contains($0) }.prefix(2).map { Double($0) ?? .nan }
        if numbers.count == 2, path.hasPrefix("M") { places.append((numbers[0], numbers[1])) }
      }
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
    switch elementName {
    case "title": titles.append(text)
    case "desc": descriptions.append(text)
    case "text": texts.append((text, corner.x, corner.y))
    default: break
    }
  }
}
