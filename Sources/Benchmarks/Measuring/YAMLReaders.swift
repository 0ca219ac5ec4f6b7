import CLibYAML
import StrictYAML
import Yams

/// The readers to compare, on one thread of this process.
enum YAMLReader: CaseIterable {
  /// A tree with the range of every value.
  case strict
  /// libyaml's events, each discarded at once.
  case libYAML
  /// Yams' tree of nodes.
  case yams

  /// Reads all texts once.
  func seconds(_ texts: [[UInt8]], _ strings: [String]) throws -> Double {
    let start = ContinuousClock.now
    switch self {
    case .strict: for text in texts { guard Document(parsing: text).root != nil else { throw Unreadable() } }
    case .libYAML: for text in texts { guard LibYAML.countEvents(text) > 4 else { throw Unreadable() } }
    case .yams: for string in strings { guard try Yams.compose(yaml: string) != nil else { throw Unreadable() } }
    }
    return (ContinuousClock.now - start).seconds
  }

  struct Unreadable: Error {}
}

private enum LibYAML {
  /// The number of events up to the end of the text; 0 when it cannot be read.
  static func countEvents(_ text: [UInt8]) -> Int {
    var parser = yaml_parser_t()
    yaml_parser_initialize(&parser)
    defer { yaml_parser_delete(&parser) }
    return text.withContiguousStorageIfAvailable { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var count = 0
      var event = yaml_event_t()
      while yaml_parser_parse(&parser, &event) == 1 {
        count += 1
        let isLast = event.type == YAML_STREAM_END_EVENT
        yaml_event_delete(&event)
        if isLast { return count }
      }
      return 0
    } ?? 0
  }
}
