import Testing

@testable import northstar

@Suite struct HookScriptTests {
  @Test(
    arguments: [
      ("#!/bin/sh", "sh"), ("#! /bin/bash -e", "bash"), ("#!/usr/bin/env zsh", "zsh"),
      ("#!/usr/bin/env -S dash -u", "dash"),
      ("#!/usr/bin/env python3", nil), ("#!/usr/bin/perl", nil), ("echo no interpreter", nil), ("#!", nil), ("", nil),
      ("#!/usr/bin/env", nil), ("#!/bin/sh\r", nil),
    ] as [(String, String?)])
  func onlyShellsTakeOurLines(_ line: String, _ shell: String?) {
    let script = HookScript(line + "\nexit 0\n")
    #expect(script.isShell == (shell != nil))
    if let shell { #expect(script.interpreter == shell) }
  }

  @Test(arguments: ["#!/bin/sh\n", "#!/bin/sh\nexec lint\n", "#!/bin/bash\n\n# a comment\nset -e", "#!/bin/sh\n\n\n"])
  func installingAndRemovingGivesBackTheLines(_ text: String) {
    var script = HookScript(text)
    #expect(script.installation == .absent)
    script.install()
    #expect(script.installation == .current)
    script.remove()
    #expect(script == HookScript(text))
  }

  @Test func installingTwiceIsInstallingOnce() {
    var once = HookScript("#!/bin/sh\nexec lint\n")
    once.install()
    var twice = once
    twice.install()
    #expect(once.text == twice.text)
  }

  @Test func ourLinesStandBeforeOnesThatMayEndTheHook() throws {
    var script = HookScript("#!/bin/sh\nexec lint\n")
    script.install()
    let own = try #require(script.text.firstRange(of: "northstar check"))
    let other = try #require(script.text.firstRange(of: "exec lint"))
    #expect(own.lowerBound < other.lowerBound)
    #expect(script.text.hasPrefix("#!/bin/sh\n# >>> northstar >>>\n"))
  }

  @Test func linesOfAnotherVersionAreReplaced() {
    var script = HookScript("#!/bin/sh\n# >>> northstar >>>\nnorthstar check\n# <<< northstar <<<\nlint\n")
    #expect(script.installation == .other)
    script.install()
    #expect(script.installation == .current)
    #expect(!script.text.contains("\nnorthstar check\n"))
    #expect(script.text.hasSuffix("\n# <<< northstar <<<\nlint\n"))
  }

  @Test(arguments: ["# >>> northstar >>>\n", "# <<< northstar <<<\n", "# <<< northstar <<<\n# >>> northstar >>>\n"])
  func aMarkWithoutTheOtherIsDamage(_ marks: String) {
    #expect(HookScript("#!/bin/sh\n" + marks + "lint\n").installation == .damaged)
  }
}
