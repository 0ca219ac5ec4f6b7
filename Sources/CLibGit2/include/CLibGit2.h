#ifndef NORTHSTAR_CLIBGIT2_H
#define NORTHSTAR_CLIBGIT2_H

#include <git2.h>
#include <git2/sys/repository.h>
#include <spawn.h>

// What Swift cannot call: libgit2's options are one variadic function, and Swift's Glibc module
// leaves out what stands behind _GNU_SOURCE.

int northstar_enable_caching(int enabled);
int northstar_enable_hash_verification(int enabled);
int northstar_enable_owner_validation(int enabled);
int northstar_set_extensions(char **names, size_t count);

/// A pipe whose two ends are closed in child processes.
int northstar_pipe(int descriptors[2]);

/// A file without a name that lives in memory, closed in child processes.
int northstar_memory_file(void);

/// Asks the system for memory in large steps and gives none back, for a process that reads much and ends soon.
///
/// The heap of a second thread otherwise grows by a page at a time, with a system call for each.
void northstar_grow_heaps_in_large_steps(void);

/// Lets the child begin in `directory`.
int northstar_spawn_in(posix_spawn_file_actions_t *actions, const char *directory);

/// Writes the 32 bytes of a SHA-256; 0 when it could.
int northstar_sha256(const unsigned char *bytes, size_t count, unsigned char *digest);

#endif
