#define _GNU_SOURCE
#include "include/memory.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>

static void (*memory_exhausted)(void);

void broadsheet_on_memory_exhausted(void (*exhausted)(void)) { memory_exhausted = exhausted; }

int broadsheet_memory_file(void) { return memfd_create("broadsheet", MFD_CLOEXEC); }

int broadsheet_limit(pid_t process, size_t memory, size_t file, unsigned seconds) {
    struct rlimit memory_limit = {memory, memory}, file_limit = {file, file}, time_limit = {seconds, seconds};
    int code = prlimit(process, RLIMIT_AS, &memory_limit, NULL);
    if (prlimit(process, RLIMIT_CPU, &time_limit, NULL)) code = -1;
    return prlimit(process, RLIMIT_FSIZE, &file_limit, NULL) ? -1 : code;
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif

// Swift ends with a stack trace where there is no memory, and C++ with an exception that nobody catches: neither can be
// changed. So the C library's allocation, which both use, is wrapped here.
#if defined(__GLIBC__) && !defined(SANITIZED)

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static inline void *checked(void *memory, size_t bytes) {
    if (__builtin_expect(!memory && bytes && memory_exhausted, 0)) memory_exhausted();
    return memory;
}

void *malloc(size_t bytes) { return checked(__libc_malloc(bytes), bytes); }
void *calloc(size_t count, size_t bytes) { return checked(__libc_calloc(count, bytes), count && bytes); }
void *realloc(void *memory, size_t bytes) { return checked(__libc_realloc(memory, bytes), bytes); }
void *aligned_alloc(size_t alignment, size_t bytes) { return checked(__libc_memalign(alignment, bytes), bytes); }

int posix_memalign(void **memory, size_t alignment, size_t bytes) {
    void *found = checked(__libc_memalign(alignment, bytes), bytes);
    if (!found && bytes) return ENOMEM;
    *memory = found;
    return 0;
}

#endif
