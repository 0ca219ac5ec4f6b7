internal import Glibc

/// A process of this program in a session of its own, which completes a write from the locks to the end while we wait:
/// whatever ends us, or our process group, cannot stop it half way.
package enum Finisher {
  /// The only argument the program is called with.
  package static let argument = "finish-move"

  /// Runs a write in such a process, which also holds the writers' lock.
  static func run(_ program: String, _ work: ReferenceTransaction, _ patience: Double, _ lock: WriterLock)
    throws(GitError)
    -> ReferenceOutcome
  {
    let operation = "update the references"
    let answer = try ProcessSignals.withoutEnding { () throws(GitError) in
      let request = Array(([String(patience)] + work.fields).joined(separator: "\0").utf8)
      return try ChildProcess(
        program, [argument], in: work.repository.environment, input: request, operation: operation,
        isApart: true, sharing: lock.file
      ).finish()
    }
    let fields = answer.output.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    switch (fields.first, fields.count) {
    case ("done", 1): return .done
    case ("moved", 2): return .moved(fields[1])
    case ("failed", 5):
      throw GitError(
        GitError.Code(rawValue: fields[1]) ?? .unknown, fields[2], fields[3],
        advice: fields[4].isEmpty ? nil : fields[4])
    default: return try work.ended(by: answer.signal ?? "status \(answer.status)")
    }
  }

  /// Carries out the request on standard input and answers on standard output; returns the exit status for the process.
  package static func main() -> Int32 {
    let request = Descriptor.rest(of: STDIN_FILENO)
    let answer: [String]
    do throws(GitError) {
      switch try outcome(request) {
      case .done: answer = ["done"]
      case .moved(let name): answer = ["moved", name]
      }
    } catch {
      answer = ["failed", error.code.rawValue, error.operation, error.message, error.advice ?? ""]
    }
    let bytes = Array(answer.joined(separator: "\0").utf8)
    return Descriptor.write(bytes, to: STDOUT_FILENO) ? 0 : 1
  }

  private static func outcome(_ request: [UInt8]) throws(GitError) -> ReferenceOutcome {
    var fields = request.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }[...]
    let repository = try Repository.open(in: .current())
    guard let patience = fields.popFirst().flatMap(Double.init),
      let work = try ReferenceTransaction(fields: fields, in: repository)
    else { throw GitError(.notAllowed, "finish a write", "only the program itself asks for that") }
    return try work.run(patience: patience)
  }
}

extension ReferenceTransaction {
  /// Carries it out under the writers' lock, in a process of its own when the program is known.
  func run(under lock: WriterLock, patience: Double) throws(GitError) -> ReferenceOutcome {
    try withExtendedLifetime(lock) { () throws(GitError) in
      guard let program = repository.environment.program else { return try run(patience: patience) }
      return try Finisher.run(program, self, patience, lock)
    }
  }

  fileprivate var fields: [String] {
    [message]
      + updates.flatMap { [$0.name, $0.old?.description ?? "", $0.new?.description ?? ""] }
  }

  /// `nil` when the fields were not made by this program.
  fileprivate init?(fields: ArraySlice<String>, in repository: Repository) throws(GitError) {
    guard let message = fields.first, fields.count % 3 == 1 else { return nil }
    let values = Array(fields.dropFirst())
    var updates: [ReferenceUpdate] = []
    for place in stride(from: 0, to: values.count, by: 3) {
      updates.append(
        try ReferenceUpdate(
          values[place], from: ObjectID(hex: values[place + 1]), to: ObjectID(hex: values[place + 2])))
    }
    self.init(repository: repository, updates: updates, message: message)
  }

  /// What became of the write when the process ended without an answer, after ending what it left.
  fileprivate func ended(by reason: String) throws(GitError) -> ReferenceOutcome {
    try MoveRecovery(repository).run()
    var isDone = true
    for update in updates where try repository.referenceTarget(update.name) != update.new { isDone = false }
    if isDone { return .done }
    throw GitError(
      .killed, "update the references", "the process that does it was ended by \(reason)", advice: "Nothing was changed"
    )
  }
}
