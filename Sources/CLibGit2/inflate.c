// Objects in packs are inflated by libdeflate, in less than half of zlib's time. The linker sends every call of zlib's
// inflate here (--wrap in Package.swift). libgit2 knows how large an object is, so that nearly always the first call has
// room for all of it; everything else, and every error, is left to zlib.

#include <libdeflate.h>
#include <zlib.h>

int __real_inflate(z_streamp stream, int flush);

int __wrap_inflate(z_streamp stream, int flush) {
  static _Thread_local struct libdeflate_decompressor *decompressor;
  if (stream->total_in == 0 && stream->total_out == 0 && stream->avail_out > 0) {
    if (decompressor == NULL) decompressor = libdeflate_alloc_decompressor();
    size_t taken, given;
    if (decompressor != NULL &&
        libdeflate_zlib_decompress_ex(decompressor, stream->next_in, stream->avail_in, stream->next_out,
                                      stream->avail_out, &taken, &given) == LIBDEFLATE_SUCCESS) {
      stream->next_in += taken;
      stream->avail_in -= taken;
      stream->total_in += taken;
      stream->next_out += given;
      stream->avail_out -= given;
      stream->total_out += given;
      return Z_STREAM_END;
    }
  }
  return __real_inflate(stream, flush);
}
