import ArgumentParser

/// A shell that can complete our command lines.
enum CompletedShell: String, ExpressibleByArgument, CaseIterable {
  case bash, zsh, fish

  private var shell: CompletionShell {
    switch self {
    case .bash: .bash
    case .zsh: .zsh
    case .fish: .fish
    }
  }

  /// The parser's script for `northstar`, and an addition that completes `git northstar` in the same way.
  var script: String {
    let script = Northstar.completionScript(for: shell)
    // zsh takes the script for a function's body, whose last command gives the status.
    guard self == .zsh, let end = script.firstIndex(of: "\n") else { return script + "\n" + glue }
    return script[...end] + "\n" + glue + script[end...] + "\n"
  }

  private var glue: String {
    switch self {
    case .bash: CompletedShell.bashGlue
    case .zsh: CompletedShell.zshGlue
    case .fish: CompletedShell.fishGlue
    }
  }

  /// git calls `_git_<command>` with `words` and `cword` of the whole line; it adds no space after a completion.
  private static let bashGlue = #"""
    # For 'git northstar': northstar sees the words from its own name on.
    _git_northstar() {
        local -ir command_index="${__git_cmd_idx:-1}"
        local -a COMP_WORDS=(northstar "${words[@]:command_index+1}")
        local -i COMP_CWORD=$((cword - command_index))
        local COMP_LINE="${COMP_WORDS[*]}"
        local -i COMP_POINT="${#COMP_LINE}"
        _northstar northstar "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        COMPREPLY=("${COMPREPLY[@]/%/ }")
    }

    """#

  /// git calls `_git-<command>` with `words` cut to begin with the command's name.
  private static let zshGlue = """
    _git-northstar() {
        _northstar "${@}"
    }

    """

  /// fish completes `git northstar` with the completions of `git-northstar`, from 3.7 on; the last line is for older
  /// ones.
  private static let fishGlue = """
    function __northstar_for_git
        set -l before (commandline --current-process --tokenize --cut-at-cursor)
        set -l at 1
        if test "$before[1]" = git
            set at (contains --index -- northstar $before)
            or return
        end
        set -l words northstar
        for word in $before[(math $at + 1)..]
            set -a words (string escape -- $word)
        end
        complete --do-complete "$words "(commandline --current-token --cut-at-cursor | string collect)
    end

    complete -c git-northstar -f -a '(__northstar_for_git)'
    complete -c git -f -n '__fish_git_using_command northstar' -a '(__northstar_for_git)'

    """
}
