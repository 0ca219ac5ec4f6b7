/// Bytes that are not UTF-8 text, or text with characters that do not belong in a text file.
let encodings: [Case] =
  [
    Case("bom", metric, [0xEF, 0xBB, 0xBF] + Array("kind: metric\n".utf8), "not-plain-text"),
    Case("only a bom", metric, [0xEF, 0xBB, 0xBF], "not-plain-text"),
    Case("utf-16 little endian with bom", metric, [0xFF, 0xFE] + wide("kind: metric\n", low: true), "not-plain-text"),
    Case("utf-16 big endian with bom", metric, [0xFE, 0xFF] + wide("kind: metric\n", low: false), "not-plain-text"),
    Case("utf-16 little endian", metric, wide("kind: metric\nid: a\n", low: true), "not-plain-text"),
    Case("utf-16 big endian", metric, wide("kind: metric\nid: a\n", low: false), "not-plain-text"),
    Case("utf-32 little endian", metric, [0xFF, 0xFE, 0, 0, 0x6B, 0, 0, 0], "not-plain-text"),
    Case("utf-32 big endian", metric, [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x6B], "not-plain-text"),
    Case(
      "latin-1 umlaut", metric, Array("kind: metric\nname: F".utf8) + [0xFC] + Array("r alle\n".utf8), "not-plain-text"),
    Case("cut in a character", metric, Array("kind: metric\nname: Gr".utf8) + [0xC3], "not-plain-text"),
    Case("overlong slash", metric, Array("kind: metric\nname: a".utf8) + [0xC0, 0xAF, 0x0A], "not-plain-text"),
    Case("surrogate", metric, Array("kind: metric\nname: a".utf8) + [0xED, 0xA0, 0x80, 0x0A], "not-plain-text"),
    Case(
      "beyond unicode", metric, Array("kind: metric\nname: a".utf8) + [0xF5, 0x80, 0x80, 0x80, 0x0A], "not-plain-text"),
    Case("stray continuation byte", metric, Array("kind: metric\nname: ".utf8) + [0x80, 0x0A], "not-plain-text"),
    Case("nul in a value", metric, "kind: metric\nname: a\0b\n", "not-plain-text"),
    Case("nothing but nul", metric, [UInt8](repeating: 0, count: 4096), "not-plain-text"),
    Case("escape sequence in a value", metric, "kind: metric\nname: \u{1B}[31mred\n", "not-plain-text"),
    Case("bell in a comment", metric, "kind: metric # \u{7}\n", "not-plain-text"),
    Case("delete character", metric, "kind: metric\nname: a\u{7F}b\n", "not-plain-text"),
    Case("line separator", metric, "kind: metric\nname: a\u{2028}b\n", "not-plain-text"),
    Case("paragraph separator", metric, "kind: metric\nname: a\u{2029}b\n", "not-plain-text"),
    Case("next line", metric, "kind: metric\nname: a\u{85}b\n", "not-plain-text"),
    Case("old mac line ends", metric, "kind: metric\rid: a\rname: A\r", "not-plain-text"),
    Case("png", metric, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], "not-plain-text"),
    Case("gzip", metric, [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB], "not-plain-text"),
    Case("elf", metric, [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "not-plain-text"),
  ]
  + (1...6).map { seed in Case("noise \(seed)", metric, noise(seed), nil) }

private func wide(_ text: String, low: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return low ? bytes : bytes.reversed()
  }
}

private func noise(_ seed: Int) -> [UInt8] {
  var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
  return (0..<(200 * seed)).map { _ in
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return UInt8(truncatingIfNeeded: state >> 32)
  }
}
