import Numbers
import Presentation
import StrategyStore

/// A file of goals as it is on disk: Markdown, a table as text, or a workbook.
struct GoalSource {
  private let bytes: [UInt8]
  private let name: String
  private let request: GoalImportRequest

  private enum Format { case markdown, table, workbook }

  /// - Parameter name: of the file, in messages; its ending says what it is, or else its first bytes do.
  init(_ bytes: [UInt8], named name: String, _ request: GoalImportRequest) {
    (self.bytes, self.name, self.request) = (bytes, name, request)
  }

  /// The goals in their own words. Throws if the file cannot be read at all, or has no goals that are recognised.
  func goals(_ names: NameBook) throws(StrategyError) -> SourceGoals {
    if Workbook.isLikely(bytes) { return try workbook(names) }
    let text: ExportText
    do throws(ExportFault) {
      text = try ExportText(bytes, request.encoding)
    } catch {
      throw StrategyError(error, in: name)
    }
    var goals = isMarkdown(text) ? markdown(text, names) : try table(text, names)
    if text.isGuess {
      goals.remarks.append("The text is not UTF-8 and was read as Windows-1252: look at its accents.")
    }
    return goals
  }

  private func isMarkdown(_ text: ExportText) -> Bool {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if ["md", "markdown", "mdown", "txt"].contains(ending) { return true }
    if ["csv", "tsv", "tab"].contains(ending) { return false }
    return text.bytes.split(separator: 0x0A).contains { line in
      let start = line.drop { $0 == 0x20 }
      return start.starts(with: "# ".utf8) || start.starts(with: "## ".utf8) || start.starts(with: "- ".utf8)
        || start.starts(with: "* ".utf8) || start.starts(with: "|".utf8)
    }
  }

  private func markdown(_ text: ExportText, _ names: NameBook) -> SourceGoals {
    MarkdownGoals(String(decoding: text.bytes, as: UTF8.self), names, request.map).goals
  }

  private func table(_ text: ExportText, _ names: NameBook) throws(StrategyError) -> SourceGoals {
    var best: (grid: Grid, columns: SheetColumns)?
    var shown: Grid?
    var fault: ExportFault?
    for separator in request.separator.map({ [$0] }) ?? Separator.allCases {
      do throws(ExportFault) {
        let grid = Grid(try ExportTable(text, separator: separator))
        if (shown?.rows.first?.cells.count ?? 0) < grid.rows.first?.cells.count ?? 0 { shown = grid }
        guard let columns = SheetColumns.found(in: grid, request.map) else { continue }
        if columns.known.count > best?.columns.known.count ?? 0 { best = (grid, columns) }
      } catch {
        fault = fault ?? error
      }
    }
    if let best { return SheetGoals(best.grid, best.columns, names).goals }
    if let fault { throw StrategyError(fault, in: name) }
    throw noColumns(shown)
  }

  private func workbook(_ names: NameBook) throws(StrategyError) -> SourceGoals {
    let (goals, first): (SourceGoals?, Grid?)
    do throws(WorkbookFault) {
      (goals, first) = try read(Workbook(bytes), names)
    } catch {
      throw StrategyError(error, in: name)
    }
    guard let goals else { throw noColumns(first) }
    return goals
  }

  /// The goals of the first sheet that has any, or else its cells.
  private func read(_ workbook: Workbook, _ names: NameBook) throws(WorkbookFault) -> (SourceGoals?, Grid?) {
    var first: Grid?
    for sheet in request.sheet.map({ [$0] }) ?? workbook.sheetNames {
      let grid = try workbook.grid(of: sheet)
      guard let columns = SheetColumns.found(in: grid, request.map) else {
        first = first ?? grid
        continue
      }
      var goals = SheetGoals(grid, columns, names).goals
      let others = workbook.sheetNames.filter { $0 != sheet }.map { "'\($0.visible)'" }
      if !others.isEmpty {
        goals.remarks.append("Read the sheet '\(sheet.visible)'; not read: \(others.joined(separator: ", ")).")
      }
      if workbook.hasMacros { goals.remarks.append("The workbook's macros were not read.") }
      return (goals, nil)
    }
    return (nil, first)
  }

  private func noColumns(_ grid: Grid?) -> StrategyError {
    let names = grid?.rows.first.map { row in row.filled.map { row[$0].onOneLine } } ?? []
    return StrategyError(
      .refused, message: "'\(name.visible)' has no column of objectives or key results",
      help: names.isEmpty
        ? [] : ["Name it with \(give: .map, "\(names[0].visible)=key-result"). There are: \(ExportFault.list(names))."])
  }
}

extension StrategyError {
  init(_ fault: WorkbookFault, in file: String) {
    let file = file.visible
    switch fault {
    case .oldOrProtected:
      self.init(
        .refused, message: "'\(file)' has the old format or is protected by a password",
        help: ["Save it as .xlsx without a password, or as CSV."])
    case .damaged(let part):
      self.init(
        .refused, message: "'\(file)' is truncated or damaged\(part.map { ", in '\($0.visible)'" } ?? "")",
        help: ["Get the file once more, or save it as CSV."])
    case .unknownPacking(let part):
      self.init(
        .refused, message: "'\(part.visible)' in '\(file)' is encrypted or packed unusually",
        help: ["Save it once more in a spreadsheet program, or as CSV."])
    case .tooLarge(let part):
      self.init(
        .refused, message: "'\(part.visible)' in '\(file)' unpacks to more than 64 MB",
        help: ["Save the sheet with the goals as CSV."])
    case .missing(let part):
      self.init(.refused, message: "'\(file)' is not a workbook: it has no '\(part.visible)'")
    case .syntax(let part, let byte):
      self.init(
        .refused, message: "'\(part.visible)' in '\(file)' is not valid at byte \(byte)",
        help: ["Save it once more in a spreadsheet program, or as CSV."])
    case .tooManyColumns(let row):
      self.init(.refused, message: "row \(row) of '\(file)' has more than \(ExportTable.widest) columns")
    case .tooManyCells:
      self.init(.refused, message: "the sheet in '\(file)' has more than a million cells")
    case .unknownSheet(let name, let sheets):
      self = .unknown(name, among: sheets, "sheet")
    }
  }
}
