#ifndef NORTHSTAR_CLIBGIT2_H
#define NORTHSTAR_CLIBGIT2_H

#include <git2.h>
#include <git2/sys/repository.h>
#include <spawn.h>

// Functions that Swift cannot call: libgit2's options are one variadic function, and Swift's Glibc module leaves out
// declarations guarded by _GNU_SOURCE.

int northstar_enable_caching(int enabled);
int northstar_enable_hash_verification(int enabled);
int northstar_enable_owner_validation(int enabled);
int northstar_set_extensions(char **names, size_t count);

/// The loose objects in a folder, as a backend of an object database: libgit2's own except for reading, where a
/// truncated file is an error.
int northstar_loose_objects(git_odb_backend **out, const char *folder);

/// A pipe whose two ends are closed in child processes.
int northstar_pipe(int descriptors[2]);

/// A file without a name that lives in memory, closed in child processes.
int northstar_memory_file(void);

/// Allocates memory in large steps and returns none, for a process that reads much and ends soon.
///
/// The heap of a second thread otherwise grows by a page at a time, with a system call for each.
void northstar_grow_heaps_in_large_steps(void);

/// Has the system back the next 30 MB that this thread allocates with pages of 2 MB, where it has them.
///
/// Each of 4 KB otherwise costs a page fault when it is first used.
void northstar_prefer_large_pages(void);

/// Makes the child begin in `directory`.
int northstar_spawn_in(posix_spawn_file_actions_t *actions, const char *directory);

/// Makes the child begin in a session of its own, which no signal to our process group reaches.
int northstar_spawn_in_session(posix_spawnattr_t *attributes);

/// The process's arguments, the program's name first, as its loader got them; null after the last.
int northstar_argument_count(void);
const char *northstar_argument(int number);

/// The path with which the program was started, relative to its directory at that time.
const char *northstar_program(void);

/// Reserves `size` bytes of the disk for a file, whose size stays the same; 0, or an `errno`.
int northstar_reserve(int file, long long size);

/// Writes the 32 bytes of a SHA-256; 0 on success.
int northstar_sha256(const unsigned char *bytes, size_t count, unsigned char *digest);

/// Unpacks raw deflate into exactly `size` bytes; 0 on success.
int northstar_inflate(const unsigned char *bytes, size_t count, unsigned char *out, size_t size);

/// The CRC-32 of ZIP archives.
unsigned int northstar_crc32(const unsigned char *bytes, size_t count);

#endif
