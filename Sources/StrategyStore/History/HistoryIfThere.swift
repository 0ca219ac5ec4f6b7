import Git

extension Session {
  /// The history; `nil` where there is none: no repository, no commit, or no such strategy in it.
  ///
  /// A history that exists but cannot be read is an error; it is never treated as missing.
  package func historyIfThere<Answer>(
    _ moment: Moment, _ read: (HistoryRequest) throws -> Answer
  ) throws -> Answer? {
    do {
      return try read(HistoryRequest(at: moment.at, strategy: moment.strategy))
    } catch let error as GitError {
      guard error.code == .notARepository || error.code == .unborn else { throw error }
      return nil
    } catch let failure as StrategyError {
      guard [.noStrategy, .unknownStrategy].contains(failure.code) else { throw failure }
      return nil
    }
  }
}
