/// Why a spreadsheet program's file cannot be read.
enum WorkbookFault: Error, Equatable {
  /// A file of the old binary format, or one that is protected by a password: both look alike from outside.
  case oldOrProtected
  /// The archive, or this part of it, is truncated or damaged.
  case damaged(part: String?)
  /// A part is packed in a way, or encrypted, that only other programs understand.
  case unknownPacking(part: String)
  /// A part would be larger than the limit when unpacked.
  case tooLarge(part: String)
  /// The archive is not a workbook: it lacks this part.
  case missing(part: String)
  /// A part's XML is wrong at this byte.
  case syntax(part: String, byte: Int)
  case tooManyColumns(row: Int)
  case tooManyCells
  case unknownSheet(String, among: [String])
}
