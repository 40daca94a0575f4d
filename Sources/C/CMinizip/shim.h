#pragma once
#include <stdio.h>
#include <ioapi.h>
#include <unzip.h>
#include <zip.h>

// minizip reads files by name. Here is one that reads bytes in memory, by the C library's own stream over them.

FILE *fmemopen(void *bytes, size_t length, const char *mode);

typedef struct cminizip_bytes {
  const void *bytes;
  size_t length;
} cminizip_bytes;

static voidpf cminizip_open_bytes(voidpf opaque, const void *name, int mode) {
  const cminizip_bytes *source = (const cminizip_bytes *)opaque;
  (void)name;
  (void)mode;
  return fmemopen((void *)source->bytes, source->length, "rb");
}

/// Both the struct and its bytes must live until the archive is closed.
static inline unzFile cminizip_open(cminizip_bytes *source) {
  zlib_filefunc64_def functions;
  fill_fopen64_filefunc(&functions);
  functions.zopen64_file = cminizip_open_bytes;
  functions.opaque = source;
  return unzOpen2_64("", &functions);
}
