// Reads loose objects instead of libgit2. Version 1.5 inflates without checking for progress, and so loops for ever
// on a truncated file. Everything except reading is left to libgit2's own backend.

#include "CLibGit2.h"

#include <errno.h>
#include <fcntl.h>
#include <git2/sys/odb_backend.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

typedef struct {
  git_odb_backend parent;
  git_odb_backend *inner;
  char *folder;
} loose_backend;

static int damaged(const char *reason) {
  git_error_set_str(GIT_ERROR_ODB, reason);
  return GIT_ERROR;
}

// Reads the whole file; the caller frees it.
static int read_file(const char *path, unsigned char **bytes, size_t *count) {
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (file < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return GIT_ENOTFOUND;
    git_error_set_str(GIT_ERROR_OS, strerror(errno));
    return GIT_ERROR;
  }
  struct stat status;
  int result = 0;
  size_t done = 0;
  *bytes = NULL;
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    result = damaged("its file is not a regular file");
  } else if (!(*bytes = malloc((size_t)status.st_size + 1))) {
    result = damaged("its file is larger than the memory");
  }
  while (result == 0 && done < (size_t)status.st_size) {
    ssize_t more = read(file, *bytes + done, (size_t)status.st_size - done);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) {
      git_error_set_str(GIT_ERROR_OS, strerror(errno));
      result = GIT_ERROR;
    }
    if (more <= 0) break;
    done += (size_t)more;
  }
  close(file);
  *count = done;
  if (result < 0) free(*bytes);
  return result;
}

// Reads "blob 123", which ends in a zero byte within the first `count` bytes; 0 when it is not such a header.
static size_t read_header(const char *text, size_t count, git_object_t *type, size_t *size) {
  const char *end = memchr(text, 0, count);
  const char *space = end ? memchr(text, ' ', (size_t)(end - text)) : NULL;
  if (!space || space - text > 6 || end - space < 2 || end - space > 19) return 0;
  char name[8] = {0};
  memcpy(name, text, (size_t)(space - text));
  *type = git_object_string2type(name);
  if (*type != GIT_OBJECT_COMMIT && *type != GIT_OBJECT_TREE && *type != GIT_OBJECT_BLOB && *type != GIT_OBJECT_TAG)
    return 0;
  *size = 0;
  for (const char *digit = space + 1; digit < end; digit++) {
    if (*digit < '0' || *digit > '9') return 0;
    *size = *size * 10 + (size_t)(*digit - '0');
  }
  return (size_t)(end - text) + 1;
}

static int inflate_object(
    git_odb_backend *backend, unsigned char *bytes, size_t count, void **data, size_t *size, git_object_t *type) {
  // Longer than any header.
  unsigned char head[64];
  z_stream stream = {.next_in = bytes, .avail_in = (uInt)count, .next_out = head, .avail_out = sizeof head};
  if (count > UINT32_MAX || inflateInit(&stream) != Z_OK) return damaged("it cannot be unpacked");
  int state = inflate(&stream, Z_SYNC_FLUSH);
  size_t there = sizeof head - stream.avail_out;
  size_t length = state == Z_OK || state == Z_STREAM_END ? read_header((char *)head, there, type, size) : 0;
  int result = 0;
  unsigned char *body = NULL;
  if (length == 0) {
    result = damaged(state == Z_BUF_ERROR || count == 0 ? "it is cut off" : "its beginning makes no sense");
  } else if (*size / 1100 > count || there - length > *size) {
    // Nothing packs tighter than 1032 to 1.
    result = damaged("its size is not the one that it names");
  } else if (!(body = git_odb_backend_data_alloc(backend, *size + 1))) {
    result = GIT_ERROR;
  }
  if (result == 0) {
    memcpy(body, head + length, there - length);
    size_t done = there - length;
    // Room for one byte more than there should be shows what is too long.
    while (state == Z_OK) {
      size_t room = *size + 1 - done;
      stream.next_out = body + done;
      stream.avail_out = room > UINT32_MAX ? UINT32_MAX : (uInt)room;
      uInt before = stream.avail_out;
      state = inflate(&stream, Z_NO_FLUSH);
      done += before - stream.avail_out;
      if (done > *size) break;
    }
    if (state == Z_BUF_ERROR || (state == Z_OK && done <= *size)) {
      result = damaged("it is cut off");
    } else if (state != Z_STREAM_END) {
      result = damaged(state == Z_OK ? "its size is not the one that it names" : "it cannot be unpacked");
    } else if (done != *size || stream.avail_in != 0) {
      result = damaged("its size is not the one that it names");
    }
  }
  inflateEnd(&stream);
  if (result < 0) {
    git_odb_backend_data_free(backend, body);
    return result;
  }
  body[*size] = 0;
  *data = body;
  return 0;
}

static int loose_read(void **data, size_t *size, git_object_t *type, git_odb_backend *parent, const git_oid *id) {
  loose_backend *backend = (loose_backend *)parent;
  char name[GIT_OID_HEXSZ + 1];
  git_oid_tostr(name, sizeof name, id);
  size_t room = strlen(backend->folder) + sizeof name + 2;
  char *path = malloc(room);
  if (!path) return GIT_ERROR;
  snprintf(path, room, "%s/%.2s/%s", backend->folder, name, name + 2);
  unsigned char *bytes;
  size_t count;
  int result = read_file(path, &bytes, &count);
  free(path);
  if (result < 0) return result;
  result = inflate_object(parent, bytes, count, data, size, type);
  free(bytes);
  const git_error *reason = result < 0 ? git_error_last() : NULL;
  if (reason && reason->klass == GIT_ERROR_ODB) {
    // Not everybody who asks knows which object it is.
    char text[160];
    snprintf(text, sizeof text, "object %s is damaged: %s", name, reason->message);
    git_error_set_str(GIT_ERROR_ODB, text);
  }
  return result;
}

static int loose_read_header(size_t *size, git_object_t *type, git_odb_backend *parent, const git_oid *id) {
  void *data;
  int result = loose_read(&data, size, type, parent, id);
  if (result == 0) git_odb_backend_data_free(parent, data);
  return result;
}

static int loose_exists_prefix(git_oid *full, git_odb_backend *parent, const git_oid *begin, size_t digits) {
  git_odb_backend *inner = ((loose_backend *)parent)->inner;
  return inner->exists_prefix(full, inner, begin, digits);
}

static int loose_read_prefix(
    git_oid *full, void **data, size_t *size, git_object_t *type, git_odb_backend *parent, const git_oid *begin,
    size_t digits) {
  int result = loose_exists_prefix(full, parent, begin, digits);
  return result < 0 ? result : loose_read(data, size, type, parent, full);
}

static int loose_write(git_odb_backend *parent, const git_oid *id, const void *data, size_t size, git_object_t type) {
  git_odb_backend *inner = ((loose_backend *)parent)->inner;
  return inner->write(inner, id, data, size, type);
}

static int loose_exists(git_odb_backend *parent, const git_oid *id) {
  git_odb_backend *inner = ((loose_backend *)parent)->inner;
  return inner->exists(inner, id);
}

static int loose_foreach(git_odb_backend *parent, git_odb_foreach_cb each, void *payload) {
  git_odb_backend *inner = ((loose_backend *)parent)->inner;
  return inner->foreach(inner, each, payload);
}

static int loose_freshen(git_odb_backend *parent, const git_oid *id) {
  git_odb_backend *inner = ((loose_backend *)parent)->inner;
  return inner->freshen(inner, id);
}

static void loose_free(git_odb_backend *parent) {
  loose_backend *backend = (loose_backend *)parent;
  if (backend->inner) backend->inner->free(backend->inner);
  free(backend->folder);
  free(backend);
}

int northstar_loose_objects(git_odb_backend **out, const char *folder) {
  loose_backend *backend = calloc(1, sizeof *backend);
  if (!backend) return GIT_ERROR;
  int status = git_odb_init_backend(&backend->parent, GIT_ODB_BACKEND_VERSION);
  backend->folder = strdup(folder);
  // Level -1 is libgit2's own choice, and modes of 0 its own too; what is written is synced.
  if (status == 0) status = git_odb_backend_loose(&backend->inner, folder, -1, 1, 0, 0);
  if (status < 0 || !backend->folder) {
    loose_free(&backend->parent);
    return GIT_ERROR;
  }
  backend->parent.read = loose_read;
  backend->parent.read_header = loose_read_header;
  backend->parent.read_prefix = loose_read_prefix;
  backend->parent.write = loose_write;
  backend->parent.exists = loose_exists;
  backend->parent.exists_prefix = loose_exists_prefix;
  backend->parent.foreach = loose_foreach;
  backend->parent.freshen = loose_freshen;
  backend->parent.free = loose_free;
  *out = &backend->parent;
  return 0;
}
