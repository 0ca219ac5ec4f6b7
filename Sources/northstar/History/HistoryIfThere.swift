import Git
import StrategyModel

extension CommandEnvironment {
  /// What history says; `nil` where there is none to ask: no repository, no commit, no such strategy in it.
  ///
  /// A history that is there and can't be read is an error, never the lack of one.
  func historyIfThere<Answer>(
    _ moment: MomentOptions, _ read: (HistoryOptions) throws -> Answer
  ) throws -> Answer? {
    var options = HistoryOptions()
    options.branch = nil
    options.at = moment.at
    options.strategy = moment.strategy
    do {
      return try read(options)
    } catch let error as GitError {
      guard error.code == .notARepository || error.code == .unborn else { throw error }
      return nil
    } catch let failure as StrategyError {
      guard [.noStrategy, .unknownStrategy].contains(failure.code) else { throw failure }
      return nil
    }
  }
}
