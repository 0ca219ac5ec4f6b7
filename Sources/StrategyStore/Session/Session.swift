package import Git

/// Where and when northstar is asked: git's surroundings and the clock.
///
///     let session = Session(git: .current(), now: 1_790_000_000)
///     let read = try session.loadOne(Moment(at: "2026-03-31"))
///
/// A session keeps what it has loaded until it ends: freeing a large strategy entity by entity takes as long as
/// checking it.
package struct Session: Sendable {
  package var git: GitEnvironment
  /// Seconds since 1970, for "today".
  package var now: Int64
  /// What answers lack, because it could not be read.
  package let limits = Limits()
  package let retained = Retained()

  package init(git: GitEnvironment, now: Int64) {
    (self.git, self.now) = (git, now)
  }
}
