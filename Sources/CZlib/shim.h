#pragma once

// gzip and deflate; ZIP files are read and written by minizip, which is a part of zlib. Both are linked statically.
#include <zlib.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>
