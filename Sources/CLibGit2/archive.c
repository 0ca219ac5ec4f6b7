#include "CLibGit2.h"

#include <libdeflate.h>

int northstar_inflate(const unsigned char *bytes, size_t count, unsigned char *out, size_t size) {
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  if (decompressor == NULL) return -1;
  // Without a place for the actual size, anything but exactly `size` bytes is an error.
  int result = libdeflate_deflate_decompress(decompressor, bytes, count, out, size, NULL);
  libdeflate_free_decompressor(decompressor);
  return result == LIBDEFLATE_SUCCESS ? 0 : -1;
}

unsigned int northstar_crc32(const unsigned char *bytes, size_t count) {
  return libdeflate_crc32(0, bytes, count);
}
