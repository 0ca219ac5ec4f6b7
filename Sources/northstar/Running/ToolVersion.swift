/// The version of northstar, as files and answers name it.
enum ToolVersion {
  static let current = "0.1.0"
}
