internal import CLibGit2

/// libgit2's objects for one repository, guarded by the repository's lock.
final class RepositoryHandles {
  let repository: Owned<RepositoryKind>
  let objects: ObjectReader
  let location: RepositoryLocation
  let objectDirectories: ObjectDirectories

  init(_ environment: GitEnvironment) throws(GitError) {
    repository = try Owned<RepositoryKind>.open(in: environment)
    location = RepositoryLocation(repository, environment)
    objectDirectories = ObjectDirectories(commonDirectory: location.commonDirectory, environment: environment)
    objects = try ObjectReader(objectDirectories, worker: 0)
    // By itself libgit2 ignores the variables that say where a push in quarantine has its objects.
    let status = unsafe git_repository_set_odb(repository.pointer, objects.pointer)
    guard status >= 0 else { throw LibGit2.error(status, "open the objects in '\(objectDirectories.main)'") }
  }
}
