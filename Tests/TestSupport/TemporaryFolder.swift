package import Foundation
internal import Glibc

/// A folder that is removed with its last user.
package final class TemporaryFolder: Sendable {
  /// Without symbolic links in it.
  package let path: String

  /// - Parameter isOnDisk: whether it is a file system of disks, whose limits are others than those of memory.
  package init(isOnDisk: Bool = false) throws {
    path = "\(isOnDisk ? TemporaryFolder.usual : TemporaryFolder.root)/northstar-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  /// In memory where there is room, since tests make and remove many small files; `TMPDIR` chooses another place.
  private static let root: String = {
    let memory = "/dev/shm"
    let roomy = (try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize] as? Int) ?? 0
    let noExecution: UInt = 8
    var state = statvfs()
    let mayRun = unsafe statvfs(memory, &state) == 0 && state.f_flag & noExecution == 0
    let isChosen = ProcessInfo.processInfo.environment["TMPDIR"] != nil
    let canWrite = FileManager.default.isWritableFile(atPath: memory)
    return !isChosen && mayRun && canWrite && roomy > 2 << 30 ? memory : usual
  }()

  private static let usual = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
}
