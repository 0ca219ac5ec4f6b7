package import StrategyModel

/// Why naming one owner is not the whole truth about some days.
package struct OwnershipDoubt: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// The person had left, and nobody was named in their place.
    case left(person: String, Leaving)
    /// Another file named another owner at the same time.
    case twoFiles(path: String, holder: String, from: Day, to: Day?)
    /// It had another owner earlier on that day.
    case sameDay(holder: String, day: Day)
  }

  package let lever: String
  package let reason: Reason

  /// One clause, for a line of its own.
  package var sentence: String {
    switch reason {
    case .left(let person, let leaving): "\(person), the owner of '\(lever)', \(leaving.words)"
    case .twoFiles(let path, let holder, let from, let to):
      "\(path) gave '\(lever)' to \(holder) at the same time, from \(from)\(to.map { " to \($0)" } ?? " on")"
    case .sameDay(let holder, let day): "\(holder) owned '\(lever)' earlier on \(day)"
    }
  }

  /// Like `sentence`, to follow a name that makes clear which lever is meant.
  package var remark: String {
    switch reason {
    case .left(let person, let leaving): "\(person) \(leaving.words)"
    case .twoFiles(_, let holder, _, _): "another file named \(holder)"
    case .sameDay(let holder, let day): "\(holder) until \(day)"
    }
  }
}

extension OwnershipHistory {
  /// What naming one owner for each lever would hide about a day.
  package func doubts(about lever: String, on day: Day) -> [OwnershipDoubt] {
    doubts(about: lever, from: day, to: day)
  }

  /// What naming a lever's owners would hide about a range of days.
  package func doubts(about lever: String, from first: Day, to last: Day) -> [OwnershipDoubt] {
    let tenures = self[lever]?.tenures.filter { $0.isOwned && $0.touches(first, last) } ?? []
    let departures = tenures.compactMap { tenure -> OwnershipDoubt.Reason? in
      guard let person = tenure.person, let leaving = leaving(in: tenure, upTo: last) else { return nil }
      return .left(person: person, leaving)
    }
    let others = doubles.filter { $0.lever == lever && $0.touches(first, last) }.map { double in
      OwnershipDoubt.Reason.twoFiles(path: double.path, holder: double.other.holder, from: double.from, to: double.to)
    }
    let sameDay = zip(tenures, tenures.dropFirst()).filter { $0.from == $1.from }.map { earlier, _ in
      OwnershipDoubt.Reason.sameDay(holder: earlier.holder, day: earlier.from)
    }
    return (departures + others + sameDay).map { OwnershipDoubt(lever: lever, reason: $0) }
  }
}
