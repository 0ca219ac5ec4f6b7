import Foundation

extension CommandFailure {
  static func reading(_ path: String, _ error: any Error) -> CommandFailure {
    CommandFailure(message: "cannot read '\(path)': \(reason(error))")
  }

  static func writing(_ path: String, _ error: any Error) -> CommandFailure {
    CommandFailure(message: "cannot write '\(path)': \(reason(error))")
  }

  /// What the operating system said, one lower-case clause.
  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace?: return "no space left on device"
    case .fileReadNoSuchFile?: return "there is no such file"
    // Foundation's word for a folder in the place of a file.
    case .fileReadUnknown?: return "it is no file that can be read"
    default: break
    }
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
    let code = [error, cause].compactMap(\.self).first { $0.domain == NSPOSIXErrorDomain }?.code
    guard let code, let known = POSIXErrorCode(rawValue: Int32(clamping: code)) else {
      return error.localizedDescription
    }
    let text = POSIXError(known).localizedDescription
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
