/// A parameter of an operation that a remedy asks for.
package enum Parameter: String, Hashable, Sendable, CaseIterable {
  case branch, by, bySegment, corrects, cycle, dates, dissent, early, encoding, from, grain, id, judged
  case knownOnColumn, lastDays, map, metric, metricColumn, next, numbers, on, overlapUntil, participants, period,
    periodColumn
  case propose, rows, segmentColumn, separator, shortYears, skip, skipUnreadable, strategy, unfinished, valueColumn,
    weights, whole
  case with, writtenDays
}
