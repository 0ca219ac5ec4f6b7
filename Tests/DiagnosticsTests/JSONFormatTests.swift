import Diagnostics
import Foundation
import StrictYAML
import Testing

@Suite struct JSONFormatTests {
  @Test func aReportSaysEverything() throws {
    let output = try JSONFormat().render(Findings([SampleFindings.unknown], in: SampleFindings.texts))
    #expect(
      output == """
        {
          "diagnostics" : [
            {
              "fixes" : [
                {
                  "edits" : [
                    {
                      "end" : {
                        "byte" : 17,
                        "column" : 18,
                        "line" : 1,
                        "utf16Column" : 18
                      },
                      "replacement" : "a",
                      "start" : {
                        "byte" : 7,
                        "column" : 8,
                        "line" : 1,
                        "utf16Column" : 8
                      }
                    }
                  ],
                  "safety" : "safe",
                  "title" : "write 'a'"
                },
                {
                  "edits" : [
                    {
                      "end" : {
                        "byte" : 18,
                        "column" : 1,
                        "line" : 2,
                        "utf16Column" : 1
                      },
                      "replacement" : "#\\n",
                      "start" : {
                        "byte" : 18,
                        "column" : 1,
                        "line" : 2,
                        "utf16Column" : 1
                      }
                    }
                  ],
                  "safety" : "needs-review",
                  "title" : "end the line"
                }
              ],
              "help" : [
                "Write 'a'."
              ],
              "location" : {
                "end" : {
                  "byte" : 17,
                  "column" : 18,
                  "line" : 1,
                  "utf16Column" : 18
                },
                "path" : "okrs/2026-q1/growth.yaml",
                "start" : {
                  "byte" : 7,
                  "column" : 8,
                  "line" : 1,
                  "utf16Column" : 8
                }
              },
              "message" : "no metric is named 'inp-signup'",
              "notes" : [
                {
                  "location" : {
                    "end" : {
                      "byte" : 5,
                      "column" : 6,
                      "line" : 1,
                      "utf16Column" : 6
                    },
                    "path" : "metrics/a b.yaml",
                    "start" : {
                      "byte" : 4,
                      "column" : 5,
                      "line" : 1,
                      "utf16Column" : 5
                    }
                  },
                  "message" : "metrics/ has [1] metric"
                },
                {
                  "message" : "ids never change"
                }
              ],
              "rule" : "NS201",
              "ruleName" : "unknown-reference",
              "severity" : "error",
              "subject" : "okrs/2026-q1/growth"
            }
          ],
          "formatVersion" : "1.1",
          "notes" : [

          ],
          "summary" : {
            "errors" : 1,
            "files" : 2,
            "notes" : 0,
            "waived" : 0,
            "warnings" : 0
          },
          "tool" : {
            "name" : "northstar",
            "version" : "1.2.3"
          }
        }

        """)
  }

  @Test func columnsOfOtherUnitsDiffer() throws {
    let report = try JSONValue(
      parsing: try JSONFormat().render(Findings([SampleFindings.odd], in: SampleFindings.texts)))
    let location = report["diagnostics"][0]["location"]
    #expect(location["start"]["line"].int == 2)
    #expect(location["start"]["column"].int == 7)
    #expect(location["end"]["byte"].int == 24)
    #expect(location["end"]["column"].int == 15)
    #expect(location["end"]["utf16Column"].int == 16)
  }

  @Test func arraysAreNeverAbsent() throws {
    let clean = try JSONValue(parsing: try JSONFormat().render(SampleFindings.none))
    #expect(clean["diagnostics"].count == 0)
    let bare = try JSONValue(parsing: try JSONFormat().render(SampleFindings.all))["diagnostics"][1]
    for key in ["notes", "help", "fixes"] { #expect(bare[key].count == 0) }
    #expect(bare["message"].string == SampleFindings.hint.message)
    #expect(bare["location"]["start"]["byte"].int == 3)
  }
}

/// A parsed JSON text; an absent value is null.
struct JSONValue {
  private let value: Any?

  private init(_ value: Any?) { self.value = value }

  init(parsing text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  subscript(key: String) -> JSONValue { JSONValue((value as? [String: Any])?[key]) }

  subscript(index: Int) -> JSONValue {
    guard let array = value as? [Any], array.indices.contains(index) else { return JSONValue(nil) }
    return JSONValue(array[index])
  }

  var int: Int? { value as? Int }
  var string: String? { value as? String }
  /// The number of elements; `nil` for anything but an array.
  var count: Int? { (value as? [Any])?.count }
  var elements: [JSONValue] { (value as? [Any] ?? []).map(JSONValue.init) }
}
