import ArgumentParser

struct CompletionsCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the script that completes command lines in a shell",
    discussion: """
      Completes commands, options and names from the strategy, such as entities. 'git northstar' is completed like \
      'northstar'. 'make install' puts the scripts in their usual places; without it:

      Examples:
        source <(northstar completions bash)            in ~/.bashrc
        source <(northstar completions zsh)             in ~/.zshrc, after compinit
        northstar completions fish | source             in config.fish
      """)

  @Argument(help: "The shell")
  var shell: CompletedShell

  func run(in console: Console) throws -> ExitStatus {
    console.write(shell.script)
    return .clean
  }
}
