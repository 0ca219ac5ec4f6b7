import Foundation
import TestSupport
import Testing

/// Many write at once, some of them only with git. `NORTHSTAR_SOAK` sets a larger number of rounds.
@Suite struct CrowdTests {
  private static let rounds = ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 2

  /// Sixteen writers at once, each for its own person; every fourth uses only git, which gives up early and is run
  /// again.
  private static let crowd = """
    write() {
      if [ $(($1 % 4)) -ne 3 ]; then
        northstar add person $2 name=$2 discipline=design "emails=[$2@huddle.example]" >$out/$2.out 2>&1
        return
      fi
      echo $2 >$2.txt
      for try in $(seq 400); do
        git add $2.txt && git commit -qm $2 -- $2.txt && return
        sleep 0.0$((try % 7 + 1))
      done >$out/$2.out 2>&1
      return 1
    }
    for writer in $(seq 16); do
      (for round in $(seq $rounds); do write $writer p$writer-$round && echo landed || echo p$writer-$round; done) &
    done
    (for round in $(seq $rounds); do git gc -q 2>/dev/null; done) &
    wait
    """

  @Test(.timeLimit(.minutes(60))) func allLand() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
    try FileManager.default.createDirectory(atPath: "\(sandbox.path)/out", withIntermediateDirectories: true)
    let begun = try #require(Int(try sandbox.git("rev-list", "--count", "main")))
    let outcome = try sandbox.run(
      ["bash", "-c", Self.crowd], variables: ["rounds": String(Self.rounds), "out": "\(sandbox.path)/out"])
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let landed = lines.count { $0 == "landed" }
    print("crowd: \(landed) of \(16 * Self.rounds) landed")
    for name in lines where name != "landed" {
      Issue.record("\(name): \(try sandbox.text("\(name).out", in: "out"))")
    }
    #expect(landed == 16 * Self.rounds)
    #expect(try sandbox.git("rev-list", "--count", "main") == String(begun + landed), "none lost, none twice")
    #expect(try sandbox.git("status", "--porcelain") == "")
    #expect(try sandbox.git("fsck", "--strict", "--no-dangling", "--no-progress") == "")
  }
}
