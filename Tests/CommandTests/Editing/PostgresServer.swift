import Foundation
import Git
import TestSupport

/// A PostgreSQL server for one test, on a socket without a port, which ends with this value.
final class PostgresServer: Sendable {
  /// A connection string for `psql`.
  var database: String { "host=\(folder) port=5432 user=postgres dbname=postgres" }
  private let folder: String
  private let programs: String

  /// Where Debian has the server's programs; `nil` when it is not installed.
  static let programs: String? = {
    let top = "/usr/lib/postgresql"
    let versions = ((try? FileManager.default.contentsOfDirectory(atPath: top)) ?? []).sorted {
      (Int($0) ?? 0) < (Int($1) ?? 0)
    }
    guard let version = versions.last else { return nil }
    let programs = "\(top)/\(version)/bin"
    return FileManager.default.isExecutableFile(atPath: "\(programs)/initdb") ? programs : nil
  }()

  /// The server refuses to run as root, so root runs it as the package's own user.
  init() throws {
    guard let programs = Self.programs else { throw Sandbox.Failure(text: "PostgreSQL is not installed") }
    self.programs = programs
    folder =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/ns-pg-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if getuid() == 0 { _ = try Self.run(["chown", "postgres", folder]) }
    try command("initdb", "-D", "\(folder)/data", "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8")
    try command(
      "pg_ctl", "-D", "\(folder)/data", "-l", "\(folder)/log", "-w", "-o",
      "'-c listen_addresses= -c unix_socket_directories=\(folder) -c fsync=off'", "start")
  }

  deinit {
    try? command("pg_ctl", "-D", "\(folder)/data", "-m", "immediate", "-w", "stop")
    try? FileManager.default.removeItem(atPath: folder)
  }

  @discardableResult
  func sql(_ text: String) throws -> String {
    try Self.run(["psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text])
  }

  private func command(_ name: String, _ arguments: String...) throws {
    let line = (["\(programs)/\(name)"] + arguments).joined(separator: " ")
    _ = try Self.run(getuid() == 0 ? ["runuser", "-u", "postgres", "--", "sh", "-c", line] : ["sh", "-c", line])
  }

  /// Through files, since the server would keep a pipe open as long as it runs.
  private static func run(_ arguments: [String]) throws -> String {
    let environment = GitEnvironment(
      directory: "/", variables: ["PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"])
    let script = #"out=$(mktemp) && "$@" >"$out" 2>&1 </dev/null; status=$?; cat "$out"; rm -f "$out"; exit $status"#
    let answer = try environment.run("sh", ["-c", script, "sh"] + arguments, within: 60)
    let text = String(decoding: answer.output, as: UTF8.self)
    guard answer.succeeded else { throw Sandbox.Failure(text: "\(arguments.joined(separator: " ")): \(text)") }
    return text
  }
}
