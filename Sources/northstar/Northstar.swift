import ArgumentParser
import Git

@main
struct Northstar: ParsableCommand {
  func run() throws { print(libraryVersion()) }
}
