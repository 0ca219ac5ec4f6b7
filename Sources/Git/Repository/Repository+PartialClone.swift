extension Repository {
  /// Fetches at once what a partial clone has left out; `false` when this is not a partial clone or nothing is missing.
  func fetchMissing(among ids: [ObjectID]) throws(GitError) -> Bool {
    let missing = Set(ids).filter { !holds($0) }
    guard !missing.isEmpty, environment["GIT_NO_LAZY_FETCH"] == nil, let remote = try promisingRemote() else {
      return false
    }
    // The same command that git itself uses to fetch such objects.
    let answer = try git(
      [
        "-c", "fetch.negotiationAlgorithm=noop", "fetch", remote, "--no-tags", "--no-write-fetch-head",
        "--recurse-submodules=no", "--filter=blob:none", "--stdin",
      ], input: Array(missing.map { "\($0)\n" }.sorted().joined().utf8))
    guard answer.succeeded else {
      let failure = GitError.git("fetch from '\(remote)' what this partial clone leaves out", answer)
      let example = missing.map(\.description).min() ?? ""
      throw GitError(
        .missingObject, failure.operation, "object \(example) is missing, and \(failure.message)",
        advice: "Try again when the remote can be reached")
    }
    return true
  }

  /// The remote that a partial clone relies on.
  private func promisingRemote() throws(GitError) -> String? {
    let answer = try git(["config", "--name-only", "--get-regexp", #"^remote\..*\.promisor$"#])
    let name = String(decoding: answer.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard answer.succeeded, name.hasPrefix("remote."), name.hasSuffix(".promisor") else { return nil }
    return String(name.dropFirst("remote.".count).dropLast(".promisor".count))
  }
}
