/// A parameter of an operation that a remedy asks for.
package enum Parameter: String, Hashable, Sendable, CaseIterable {
  case asIs, branch, by, bySegment, corrects, cycle, dates, dissent, early, encoding, from, grain, id, input, judged
  case knownOnColumn, lastDays, map, metric, metricColumn, next, numbers, on, overlapUntil, participants, period
  case periodColumn, propose, rows, segmentColumn, separator, shortYears, skip, skipUnreadable, strategy, supports, team
  case unfinished, valueColumn, weights, whole, with, writtenDays
}
