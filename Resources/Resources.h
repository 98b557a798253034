// What the program carries with it: interface texts and the sample edition, embedded when it is compiled.
#pragma once
#include <stddef.h>

typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} broadsheet_resource;

/// The texts of the interface, one language each, named by its BCP 47 tag; the first is the one to fall back on.
size_t broadsheet_text_count(void);
broadsheet_resource broadsheet_text(size_t index);

/// The pages of the sample edition, named as its files are.
size_t broadsheet_sample_count(void);
broadsheet_resource broadsheet_sample(size_t index);
