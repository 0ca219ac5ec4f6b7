package import StrictYAML

extension Located<String> {
  /// The range in the file of a part of the text: exact when the text is written as it reads, else the whole text.
  package func place(of part: ByteRange) -> ByteRange {
    let surplus = range.count - value.utf8.count
    guard surplus == 0 || surplus == 2, !value.utf8.contains(0x0A), part.upper <= UInt32(clamping: value.utf8.count)
    else { return range }
    let start = range.lower + (surplus == 2 ? 1 : 0)
    return ByteRange(start + part.lower, start + part.upper)
  }
}
