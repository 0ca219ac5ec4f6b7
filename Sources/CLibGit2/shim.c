#define _GNU_SOURCE
#include "CLibGit2.h"

#include <fcntl.h>
#include <malloc.h>
#include <mbedtls/sha256.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int northstar_enable_caching(int enabled) { return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, enabled); }

int northstar_enable_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

int northstar_enable_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

int northstar_set_extensions(char **names, size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, count);
}

int northstar_pipe(int descriptors[2]) { return pipe2(descriptors, O_CLOEXEC); }

int northstar_memory_file(void) { return memfd_create("northstar", MFD_CLOEXEC); }

void northstar_grow_heaps_in_large_steps(void) {
  mallopt(M_TOP_PAD, 48 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}

void northstar_prefer_large_pages(void) {
  const size_t size = 30 << 20;
  const uintptr_t page = 2 << 20;
  // Below the threshold for a mapping of its own, the block is the heap's next memory, and stays in the heap.
  char *block = malloc(size);
  if (block == NULL) return;
  uintptr_t begin = ((uintptr_t)block + page - 1) / page * page;
  uintptr_t end = ((uintptr_t)block + size) / page * page;
  madvise((void *)begin, end - begin, MADV_HUGEPAGE);
  free(block);
}

int northstar_spawn_in(posix_spawn_file_actions_t *actions, const char *directory) {
  return posix_spawn_file_actions_addchdir_np(actions, directory);
}

int northstar_sha256(const unsigned char *bytes, size_t count, unsigned char *digest) {
  return mbedtls_sha256_ret(bytes, count, digest, 0);
}
