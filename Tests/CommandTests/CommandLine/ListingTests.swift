import Testing

@testable import Presentation
@testable import northstar

/// Rows for people, for spreadsheets and for programs.
@Suite struct ListingTests {
  private let commit = String(repeating: "4f0c2d1a", count: 5)
  private let columns = ["lever", "known_on", "of target", "key-results", "by", "changed", "commit", "reason"]
  private var listing: Listing {
    Listing(columns, [0, 1]) { row in
      row == 0
        ? [
          .text("=1+1"), .text("2026-03-31"), .number(-0.5, shown: "-50 %"), .count(3), .list(["ada", "lin"]),
          .flag(true), .commit(commit), .absent("none given"),
        ] : [.text(""), .text(nil), .number(nil), .count(nil), .list([]), .flag(false), .commit(nil), .text("a, b")]
    }
  }

  @Test func `a table shows what people read`() {
    #expect(
      listing.table(width: nil) == """
        lever  known_on    of target  key-results  by       changed  commit   reason
        =1+1   2026-03-31  -50 %      3            ada lin  yes      4f0c2d1  none given
                                                                              a, b

        """)
  }

  @Test func `a spreadsheet gets plain numbers and full ids, and no formula`() {
    #expect(
      listing.csv == """
        lever,known_on,of_target,key-results,by,changed,commit,reason
        '=1+1,2026-03-31,-0.5,3,ada lin,yes,\(commit),none given
        ,,,,,,,"a, b"

        """)
  }

  @Test func `programs get keys in camel case and every value in its own type`() throws {
    #expect(
      try encodeJSON(listing.json) == """
        {
          "formatVersion" : "2.0",
          "rows" : [
            {
              "by" : [
                "ada",
                "lin"
              ],
              "changed" : true,
              "commit" : "\(commit)",
              "keyResults" : 3,
              "knownOn" : "2026-03-31",
              "lever" : "=1+1",
              "ofTarget" : -0.5,
              "reason" : null
            },
            {
              "by" : [

              ],
              "changed" : false,
              "commit" : null,
              "keyResults" : null,
              "knownOn" : null,
              "lever" : null,
              "ofTarget" : null,
              "reason" : "a, b"
            }
          ]
        }

        """)
  }

  @Test func `conditions name what the table shows`() {
    var listing = listing
    #expect(listing.keep(where: 6, isOneOf: ["4f0c2d1"]) == ["4f0c2d1", ""])
    #expect(listing.count == 1)
  }
}
