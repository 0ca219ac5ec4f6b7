import History
import Pictures
package import Presentation

/// An audit as one self-contained page, for screen and print.
package struct AuditPage {
  package let report: AuditReport
  package let title: String

  package init(report: AuditReport, title: String) {
    (self.report, self.title) = (report, title)
  }

  package func page() throws -> Page {
    var page = Page(
      "\(title): who owned which lever, \(report.audit.from) to \(report.audit.to)", sides: .landscape)
    page.add(report.notes.map { .note($0) })
    page.add(
      .chart(PageChart(svg: TimelineSVG().render(timeline), text: timeline.words)), .heading("Findings"),
      report.findings.isEmpty ? .paragraph("Nothing odd was found.") : .table(report.findingListing),
      .heading("Intervals"), .table(try report.intervalListing()), .heading("Tenure"), .table(report.tenureListing))
    return page
  }

  private var timeline: TimelinePicture {
    TimelinePicture(
      "Owners of each lever over time", of: report.intervals, report.audit.ownership.teams, from: report.audit.from,
      to: report.audit.to)
  }
}
