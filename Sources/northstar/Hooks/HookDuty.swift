/// The task of northstar's lines in a hook. They call the program by name, not by path, so that it can be updated or
/// moved.
enum HookDuty: String {
  /// A repository without a strategy passes, since one hooks folder may serve many repositories, and one repository may
  /// have branches with and without a strategy.
  case check = "pre-commit"
  /// Git's input about the push is passed on to the hook's other lines.
  case gate = "pre-receive"
  case gateOfReference = "update"

  /// The file's name.
  var hook: String { rawValue }

  /// The command for doing the same by hand.
  var command: String {
    switch self {
    case .check: "northstar check --staged --since HEAD --quiet"
    case .gate: "northstar gate pre-receive"
    case .gateOfReference: "northstar gate update \"$1\" \"$2\" \"$3\""
    }
  }

  var lines: [String] { text.split(separator: "\n").map(String.init) }

  private var text: String {
    switch self {
    case .check:
      """
      \(MarkedLines.marks[0])
      # Refuses a commit that brings new errors into the strategy. To remove these lines: northstar hook uninstall
      if command -v northstar >/dev/null 2>&1; then
        northstar check --staged --since HEAD --quiet --allow-empty || exit 1
      else
        echo "northstar: cannot check the strategy: there is no 'northstar' on the PATH" >&2
        echo "help: Install it, or commit without the check: git commit --no-verify" >&2
        exit 1
      fi
      \(MarkedLines.marks[1])
      """
    case .gate:
      """
      \(MarkedLines.marks[0])
      # Refuses a push by somebody who is not entitled to its changes. See: northstar help gate
      northstar_push=$(cat)
      if [ -n "$northstar_push" ]; then
        printf '%s\\n' "$northstar_push" | northstar gate pre-receive || exit 1
        exec <<NORTHSTAR_PUSH
      $northstar_push
      NORTHSTAR_PUSH
      fi
      \(MarkedLines.marks[1])
      """
    case .gateOfReference:
      """
      \(MarkedLines.marks[0])
      # Refuses a push by somebody who is not entitled to its changes. See: northstar help gate
      northstar gate update "$1" "$2" "$3" || exit 1
      \(MarkedLines.marks[1])
      """
    }
  }
}
