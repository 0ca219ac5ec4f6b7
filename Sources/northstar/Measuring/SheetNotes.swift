import Diagnostics
import StrategyModel

extension Strategy {
  /// What an answer out of the readings lacks: sheets of which something cannot be read, as one with the marks of a
  /// merge's conflict, or a pointer in the place of a file.
  var sheetNotes: [String] {
    let shown = 5
    let faulty = readings.sheets.indices.filter { !readings.sheets[$0].faults.isEmpty }
    let notes = faulty.prefix(shown).map { position in
      "'\(readings.sheets[position].path.visible)' cannot all be read; see 'northstar check'"
    }
    let more = faulty.count - shown
    return more > 0 ? notes + ["\(counted(more, "other sheet")) cannot all be read"] : notes
  }
}
