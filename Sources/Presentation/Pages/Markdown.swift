/// Plain text as Markdown.
package enum Markdown {
  /// Text that must not become markup of the page that shows it.
  package static func escaped(_ text: String) -> String {
    text.visible.reduce(into: "") { escaped, character in
      if "\\|`*_<>[]&@#".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
  }

  /// A name in the type of code; a branch's name may contain a backtick.
  package static func code(_ name: String) -> String { "`\(name.visible.replacing("`", with: "'"))`" }
}
