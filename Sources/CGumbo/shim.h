#pragma once
#include <gumbo.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdlib.h>

/// The memory of one document. Gumbo frees its trees by recursion, which nesting can make too deep for a small stack: here all of a
/// tree goes at once. What is small stays until then; what is large can be given back, so that a text that grows takes no more
/// than twice its size.
struct gumbo_memory {
    void *chunks;
    char *next, *end;
    size_t used, limit;
    jmp_buf full;
};

struct gumbo_chunk {
    struct gumbo_chunk *before, *after;
    size_t size;
    size_t is_large;
};

enum { gumbo_chunk_size = 1 << 16, gumbo_large = 1 << 12 };

static inline char *gumbo_add_chunk(struct gumbo_memory *memory, size_t size, size_t is_large) {
    struct gumbo_chunk *chunk = NULL;
    if (size <= memory->limit - memory->used) chunk = (struct gumbo_chunk *)malloc(sizeof *chunk + size);
    // Gumbo does not expect that there is none.
    if (!chunk) longjmp(memory->full, 1);
    chunk->before = NULL;
    chunk->after = (struct gumbo_chunk *)memory->chunks;
    if (chunk->after) chunk->after->before = chunk;
    chunk->size = size;
    chunk->is_large = is_large;
    memory->chunks = chunk;
    memory->used += size;
    return (char *)(chunk + 1);
}

/// Every block has its size before it.
static inline void *gumbo_arena_allocate(void *opaque, size_t size) {
    struct gumbo_memory *memory = (struct gumbo_memory *)opaque;
    size_t need = ((size + 15) & ~(size_t)15) + 16;
    char *block;
    if (need >= gumbo_large) {
        block = gumbo_add_chunk(memory, need, 1);
    } else {
        if (!memory->next || (size_t)(memory->end - memory->next) < need) {
            memory->next = gumbo_add_chunk(memory, gumbo_chunk_size, 0);
            memory->end = memory->next + gumbo_chunk_size;
        }
        block = memory->next;
        memory->next += need;
    }
    *(size_t *)block = need;
    return block + 16;
}

static inline void gumbo_arena_free(void *opaque, void *pointer) {
    struct gumbo_memory *memory = (struct gumbo_memory *)opaque;
    if (!pointer) return;
    char *block = (char *)pointer - 16;
    size_t need = *(size_t *)block;
    if (need < gumbo_large) {
        // The last one is taken back: most of what gumbo frees is what it has just made.
        if (block + need == memory->next) memory->next = block;
        return;
    }
    struct gumbo_chunk *chunk = (struct gumbo_chunk *)block - 1;
    if (chunk->before) chunk->before->after = chunk->after;
    else memory->chunks = chunk->after;
    if (chunk->after) chunk->after->before = chunk->before;
    memory->used -= chunk->size;
    free(chunk);
}

/// Parses UTF-8 in at most so many bytes of memory; NULL where they do not suffice. The bytes have to live as long as the tree.
static __attribute__((noinline)) const GumboNode *gumbo_arena_parse(
    struct gumbo_memory *memory, const char *bytes, size_t count, size_t limit) {
    memory->chunks = NULL;
    memory->next = memory->end = NULL;
    memory->used = 0;
    memory->limit = limit;
    if (setjmp(memory->full)) return NULL;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = gumbo_arena_allocate;
    options.deallocator = gumbo_arena_free;
    options.userdata = memory;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, bytes, count)->document;
}

/// Frees all that was parsed into it.
static inline void gumbo_arena_drop(struct gumbo_memory *memory) {
    struct gumbo_chunk *chunk = (struct gumbo_chunk *)memory->chunks;
    while (chunk) {
        struct gumbo_chunk *after = chunk->after;
        free(chunk);
        chunk = after;
    }
    memory->chunks = NULL;
}
