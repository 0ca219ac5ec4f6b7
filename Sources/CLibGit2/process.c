#define _GNU_SOURCE
#include "CLibGit2.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/auxv.h>

static int count;
static char **arguments;

// Swift reads the arguments from /proc, which is not mounted everywhere; the system's loader passes them here too.
__attribute__((constructor)) static void keep_arguments(int argument_count, char **argument_values) {
  count = argument_count;
  arguments = argument_values;
}

int northstar_argument_count(void) { return count; }

const char *northstar_argument(int number) { return number >= 0 && number < count ? arguments[number] : 0; }

const char *northstar_program(void) { return (const char *)getauxval(AT_EXECFN); }

int northstar_spawn_in_session(posix_spawnattr_t *attributes) {
  return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSID);
}

int northstar_reserve(int file, long long size) {
  int status;
  do {
    status = fallocate(file, FALLOC_FL_KEEP_SIZE, 0, size);
  } while (status != 0 && errno == EINTR);
  // Not every file system can.
  return status == 0 || errno == EOPNOTSUPP || errno == ENOSYS ? 0 : errno;
}
