#pragma once

// gzip and deflate; ZIP files are read and written by minizip, which is a part of zlib. Both are linked statically.
#include <zlib.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <stdint.h>

/// Where minizip wants to be in a file of bytes; -1 for what is not in it.
static inline int64_t broadsheet_zip_place(int64_t position, int64_t size, ZPOS64_T offset, int origin) {
    const int64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR ? position : origin == ZLIB_FILEFUNC_SEEK_END ? size : 0;
    int64_t place;
    // A negative offset is given as its two's complement.
    if (__builtin_add_overflow(base, (int64_t)offset, &place) || place < 0 || place > size) return -1;
    return place;
}
