/// A parameter of an operation that a remedy asks for.
package enum Parameter: String, Hashable, Sendable, CaseIterable {
  case asIs, branch, by, bySegment, corrects, cycle, dates, dissent, early, encoding, from, grain, id, input, judged
  case knownOnColumn, map, metric, metricColumn, next, numbers, on, overlapUntil, participants, period, periodColumn
  case propose, segmentColumn, separator, shortYears, skip, strategy, team, unfinished, valueColumn, weights
  case whole, with, writtenDays
}
