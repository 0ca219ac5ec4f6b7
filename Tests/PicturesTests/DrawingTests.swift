import Foundation
import Pictures
import StrategyModel
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DrawingTests {
  private static let huddle = TreePicture(SampleStrategy.huddle.strategy, showsObjectives: true)
  private static let large = TreePicture(SampleStrategy.large.strategy, showsObjectives: true)

  @Test func drawingsStayAsTheyAre() throws {
    try expectSnapshot(TreeMermaid().render(Self.huddle), "huddle.mmd")
    try expectSnapshot(TreeDOT().render(Self.huddle), "huddle.dot")
    try expectSnapshot(TreeSVG().render(Self.huddle), "huddle.svg")
  }

  @Test func drawingsOfOddNamesStayAsTheyAre() throws {
    try expectSnapshot(TreeMermaid().render(Self.large), "large.mmd")
    try expectSnapshot(TreeDOT().render(Self.large), "large.dot")
  }

  @Test func mermaidLabelsHoldNothingThatMermaidReads() {
    for line in TreeMermaid().render(Self.large).split(separator: "\n").dropFirst() {
      let label = line.split(separator: "\"").dropFirst().first?.replacing("<br/>", with: "")
      guard let label else { continue }
      #expect(!label.contains { "<>&`%{}[]()\\\":".contains($0) })
      #expect(!label.hasPrefix("-"))
    }
  }

  @Test func dotStringsEndWhereTheyShould() {
    var node = TreePicture.Node(id: "a", label: #"\N "x" \"#, role: .northStar)
    node.owner = "&amp;\u{0}\n"
    let dot = TreeDOT().render(TreePicture(title: #"\"#, nodes: [node], edges: []))
    #expect(dot.hasPrefix(#"digraph "\\" {"#))
    #expect(dot.contains(#"label="\\N \"x\" \\\nnorth star\n&amp;amp;␀␊""#))
  }

  @Test func svgIsXMLWithATitleAndADescription() throws {
    for picture in [Self.huddle, Self.large] {
      let drawing = try SVGDrawing(TreeSVG().render(picture))
      #expect(drawing.titles.first == "Metric tree of Huddle")
      #expect(drawing.descriptions.count == 1)
      for node in picture.nodes {
        #expect(drawing.titles.contains { $0.contains(node.label) && $0.contains(node.id) })
      }
    }
  }

  @Test func noTwoBoxesOfAnSVGOverlapAndAllAreInside() throws {
    for picture in [Self.huddle, Self.large] {
      let drawing = try SVGDrawing(TreeSVG().render(picture))
      #expect(drawing.boxes.count >= picture.nodes.count)
      for (position, box) in drawing.boxes.enumerated() {
        #expect(drawing.size.contains(box))
        for other in drawing.boxes[..<position] { #expect(!box.intersects(other)) }
      }
    }
  }

  @Test(arguments: ["- a", "1. a", "# a", "> a", "* a", "+ a", "1) a"])
  func noNameStartsAListInMermaid(_ name: String) {
    let node = TreePicture.Node(id: "a", label: name, role: .input)
    #expect(TreeMermaid().render(TreePicture(title: "T", nodes: [node], edges: [])).contains("n0[\"#8203;"))
  }

  @Test func numbersInNamesStayReadableInMermaid() {
    let node = TreePicture.Node(id: "a", label: "Sign-ups per 2.5 days", role: .northStar)
    let mermaid = TreeMermaid().render(TreePicture(title: "T", nodes: [node], edges: []))
    #expect(mermaid.contains("n0[[\"Sign-ups per 2.5 days<br/>north star\"]]"))
  }
}

/// The boxes and texts that an XML parser finds in a drawing.
private final class SVGDrawing: NSObject, XMLParserDelegate {
  private(set) var size = CGRect.zero
  private(set) var boxes: [CGRect] = []
  private(set) var titles: [String] = []
  private(set) var descriptions: [String] = []
  private var text = ""

  init(_ drawing: String) throws {
    super.init()
    let parser = XMLParser(data: Data(drawing.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
    attributes: [String: String]
  ) {
    text = ""
    let isBox = attributes["class"]?.hasPrefix("box") == true
    if elementName == "svg" { size = rectangle(attributes) }
    if elementName == "rect", isBox { boxes.append(rectangle(attributes)) }
    if elementName == "path", isBox { boxes.append(octagon(attributes["d"] ?? "")) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
    if elementName == "title" { titles.append(text) }
    if elementName == "desc" { descriptions.append(text) }
  }

  private func rectangle(_ attributes: [String: String]) -> CGRect {
    func number(_ name: String) -> Double { Double(attributes[name] ?? "0") ?? 0 }
    return CGRect(x: number("x"), y: number("y"), width: number("width"), height: number("height"))
  }

  /// Of a path like `M10 0h196l10 10v26l-10 10…`.
  private func octagon(_ path: String) -> CGRect {
    let numbers = path.split { !"-0123456789".contains($0) }.compactMap { Double($0) }
    guard numbers.count > 5 else { return .zero }
    return CGRect(x: numbers[0] - 10, y: numbers[1], width: numbers[2] + 20, height: numbers[5] + 20)
  }
}
