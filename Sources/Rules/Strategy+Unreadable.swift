import StrategyModel

/// Rules about missing things stay silent when the thing may only be unreadable.
extension Strategy {
  /// Whether a field that a file seems to lack may be in it, misspelt or damaged.
  func mayHideFields(_ file: FileIndex) -> Bool {
    guard files.indices.contains(Int(file.value)) else { return false }
    return files[Int(file.value)].isDamaged
      || files[Int(file.value)].fieldFaults.contains { fault in
        if case .missingField = fault.kind { false } else { true }
      }
  }

  /// Whether a damaged file may describe another entity of this kind, or more of them than could be read.
  func mayHide(_ kind: Kind) -> Bool {
    faultyFiles.contains { files[$0].isDamaged && (files[$0].kind ?? kind) == kind }
  }
}
