#pragma once
#include <stddef.h>

/// The text of costs.txt.
extern const unsigned char broadsheet_costs[];
extern const size_t broadsheet_costs_size;

// Swift has no arrays of C.
static inline const unsigned char *_Nonnull broadsheet_cost_text(void) { return broadsheet_costs; }
