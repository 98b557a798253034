#pragma once

// gzip and deflate; ZIP files are read by minizip, which is a part of zlib. Both are linked statically.
#include <zlib.h>
#include <minizip/unzip.h>
