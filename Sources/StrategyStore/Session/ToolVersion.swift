/// The version of northstar, as files and answers name it.
package enum ToolVersion {
  package static let current = "0.1.0"
}
