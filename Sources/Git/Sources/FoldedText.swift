internal import CUTF8Proc
internal import Glibc

extension String {
  /// One form for all texts that some file system, or some reader, takes for the same: Unicode's NFKC_Casefold.
  package var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    guard let folded = unsafe northstar_folded(self) else { return lowercased() }
    defer { unsafe free(folded) }
    return unsafe String(cString: folded)
  }
}
