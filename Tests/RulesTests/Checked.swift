import Diagnostics
import Rules
import StrategyModel

/// The small strategy with some files changed, checked on its day.
func checked(_ changes: [(path: String, old: String, new: String)]) -> [Diagnostic] {
  checked(Example(replacing: changes))
}

func checked(_ example: Example) -> [Diagnostic] {
  Check(SmallStrategy.loaded(with: example), today: SmallStrategy.today).diagnostics
}

/// The small strategy with one more file, of any bytes.
func checked(adding path: String, _ bytes: [UInt8]) -> [Diagnostic] {
  var files = SmallStrategy.files.filter { $0.key != path }
    .map { StrategyFile(path: $0.key, in: "", text: Array($0.value.utf8)) }
  files.append(StrategyFile(path: path, in: "", text: bytes))
  return Check(Strategy(folder: "", files: files), today: SmallStrategy.today).diagnostics
}

extension [Diagnostic] {
  var names: [String] { map(\.ruleName) }
}
