import StrategyModel
import Testing

/// Names of files that a colleague's system may not hold.
@Suite struct PortableNameTests {
  @Test(arguments: [
    "people/con.yaml", "people/CON", "aux.yaml", "metrics/nul.tar.yaml", "prn /x.yaml", "com1.yaml", "lpt9",
    "com\u{B9}.yaml", "conin$", "readings/CONOUT$.csv", "metrics./x.yaml", "metrics /x.yaml", "x.yaml.", "x.yaml ",
    "northstar.yaml::$DATA", "a:b", "a\\b.yaml", "a<b", "a>b", "a|b", "a?b", "a*b", "a\"b", "a\u{1}b",
    "METRIC~1/x.yaml", "NORTHS~1.YAM", "GIT~1", "x/a~12", String(repeating: "x", count: 256),
  ])
  func isRefused(path: String) { #expect(PortableName.flaw(of: path) != nil) }

  @Test(arguments: [
    "northstar.yaml", "people/connie.yaml", "people/com.yaml", "people/com10.yaml", "auxiliary/aux-2.yaml",
    "okrs/2026-q1/growth.yaml", ".gitignore", "a b/c d.md", "x.yaml~", "notes.md~1~", "backup~1.yaml", "a~b", "~1",
    "caf\u{E9}/\u{65E5}\u{672C}.md", String(repeating: "x", count: 255), "",
  ])
  func isHeldEverywhere(path: String) { #expect(PortableName.flaw(of: path) == nil) }
}
