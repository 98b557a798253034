#define _GNU_SOURCE
#include "include/memory.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

static void (*memory_exhausted)(void);

void broadsheet_on_memory_exhausted(void (*exhausted)(void)) { memory_exhausted = exhausted; }

int broadsheet_memory_file(void) { return memfd_create("broadsheet", MFD_CLOEXEC); }

int broadsheet_limit(pid_t process, size_t memory, size_t file, unsigned seconds) {
    struct rlimit memory_limit = {memory, memory}, file_limit = {file, file}, time_limit = {seconds, seconds};
    int code = prlimit(process, RLIMIT_AS, &memory_limit, NULL);
    if (prlimit(process, RLIMIT_CPU, &time_limit, NULL)) code = -1;
    return prlimit(process, RLIMIT_FSIZE, &file_limit, NULL) ? -1 : code;
}

// Signals may come while the list changes: it is as long as it will ever be, and no lock keeps it.
enum { most_helpers = 256 };
static _Atomic pid_t helpers[most_helpers];

void broadsheet_end_helpers(void) {
    for (int at = 0; at < most_helpers; at++) {
        pid_t helper = atomic_exchange(&helpers[at], 0);
        if (helper > 0) kill(helper, SIGKILL);
    }
}

static void end(int signal_number) {
    broadsheet_end_helpers();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void broadsheet_add_helper(pid_t helper) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    for (size_t at = 0; at < sizeof signals / sizeof *signals; at++) {
        struct sigaction known, ending = {.sa_handler = end};
        // Who has an answer of their own ends the helpers as well.
        if (!sigaction(signals[at], NULL, &known) && !(known.sa_flags & SA_SIGINFO) && known.sa_handler == SIG_DFL)
            sigaction(signals[at], &ending, NULL);
    }
    for (int at = 0; at < most_helpers; at++) {
        pid_t none = 0;
        if (atomic_compare_exchange_strong(&helpers[at], &none, helper)) return;
    }
}

void broadsheet_remove_helper(pid_t helper) {
    for (int at = 0; at < most_helpers; at++) {
        pid_t known = helper;
        if (atomic_compare_exchange_strong(&helpers[at], &known, 0)) return;
    }
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

int broadsheet_sync_file_system(int descriptor) { return syncfs(descriptor); }
