import Diagnostics
import Git
import History
import Pictures
import StrategyModel

/// An audit as one page that needs nothing else, on a screen and in print.
struct AuditPage {
  let report: AuditReport
  let title: String

  func html() throws -> String {
    let heading = "\(title): who owned which lever, \(report.audit.from) to \(report.audit.to)".visible.xmlEscaped
    let notes = report.notes.map { "<p class=\"note\">\($0.visible.xmlEscaped)</p>" }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(heading)</title>
      <style>
      body { font: 15px/1.5 "Segoe UI", "DejaVu Sans", Verdana, Arial, sans-serif; margin: 2em auto; max-width: 1200px;
        padding: 0 1em; color: #111; background: #fff }
      table { border-collapse: collapse; width: 100%; font-size: 13px }
      th, td { text-align: left; padding: 3px 8px; border-bottom: 1px solid #ddd; vertical-align: top }
      thead { display: table-header-group }
      tr { break-inside: avoid }
      .note { border-left: 4px solid #b00020; padding-left: 1em }
      @media print { body { margin: 0; max-width: none; font-size: 11px } table { font-size: 10px } h2 { break-after: avoid } }
      @page { size: A4 landscape; margin: 14mm }
      </style>
      </head>
      <body>
      <h1>\(heading)</h1>
      \(notes)
      \(TimelineSVG().render(timeline))
      <h2>Findings</h2>
      \(report.findings.isEmpty ? "<p>Nothing odd was found.</p>" : table(report.findingListing))
      <h2>Intervals</h2>
      \(table(try report.intervalListing()))
      <h2>Tenure</h2>
      \(table(report.tenureListing))
      </body>
      </html>

      """
  }

  private var timeline: TimelinePicture {
    let audit = report.audit
    let levers = Set(report.intervals.map(\.lever)).sorted()
    let lanes = levers.map { lever in
      TimelinePicture.Lane(
        name: lever,
        bars: report.intervals.filter { $0.lever == lever }.map { tenure in
          let (from, to) = (max(tenure.from, audit.from), min(tenure.to ?? audit.to, audit.to))
          return TimelinePicture.Bar(
            label: tenure.isOwned ? "\(tenure.team ?? "") (\(tenure.person ?? ""))" : "nobody",
            group: tenure.team.map(audit.ownership.teams.now) ?? "", from: from, to: to, isGap: !tenure.isOwned,
            detail: "\(lever): \(tenure.owner), \(tenure.from) to \(tenure.to?.description ?? "today")")
        })
    }
    return TimelinePicture(title: "Owners of each lever over time", from: audit.from, to: audit.to, lanes: lanes)
  }

  private func table(_ listing: Listing) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\($0.visible.xmlEscaped)</\(tag)>" }.joined() + "</tr>"
    }
    return "<table><thead>\(row(listing.columns, "th"))</thead><tbody>\n"
      + listing.rows.map { row($0, "td") }.joined(separator: "\n") + "\n</tbody></table>"
  }
}
