import History
import Pictures
import StrategyModel

/// An audit as one page that needs nothing else, on a screen and in print.
struct AuditPage {
  let report: AuditReport
  let title: String

  func html() throws -> String {
    var page = Page(
      "\(title): who owned which lever, \(report.audit.from) to \(report.audit.to)", sides: .landscape)
    page.add(report.notes.map { .note($0) })
    page.add(
      .chart(PageChart(svg: TimelineSVG().render(timeline), text: timeline.title)), .heading("Findings"),
      report.findings.isEmpty ? .paragraph("Nothing odd was found.") : .table(report.findingListing),
      .heading("Intervals"), .table(try report.intervalListing()), .heading("Tenure"), .table(report.tenureListing))
    return PageHTML(page).text
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
}
