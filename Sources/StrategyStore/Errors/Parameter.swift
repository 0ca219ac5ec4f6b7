/// A parameter of an operation that a remedy asks for.
package enum Parameter: String, Hashable, Sendable, CaseIterable {
  case branch, bySegment, corrects, cycle, dates, decidedBy, dissent, early, encoding, grain, id, judged
  case knownOnColumn, map, metric, metricColumn, next, numbers, on, overlapUntil, participants, period, periodColumn
  case propose, segmentColumn, separator, shortYears, since, skip, strategy, unfinished, valueColumn, weights, whole
  case with, writtenDays
}
