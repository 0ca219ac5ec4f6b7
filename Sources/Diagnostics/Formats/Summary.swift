extension Findings {
  /// One line for people: "found 3 errors and 1 warning in 214 files; 1 waived".
  package var summary: String { summary(offeringFixes: true) }

  /// - Parameter offeringFixes: whether `check --fix` could correct the files that were checked.
  package func summary(offeringFixes: Bool) -> String {
    let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let count = count(severity)
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let waived = self.waived == 0 ? "" : "; \(self.waived) waived"
    if counts.isEmpty { return "checked \(counted(files, "file")): no faults\(waived)" }
    let fixable = !offeringFixes ? 0 : diagnostics.count { $0.fixes.contains { $0.safety == .safe } }
    let fixes = fixable == 0 ? "" : "; 'northstar check --fix' can correct \(fixable)"
    return "found \(list(counts)) in \(counted(files, "file"))\(waived)\(fixes)"
  }

  private func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// "1 objective", "3 objectives"
package func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
