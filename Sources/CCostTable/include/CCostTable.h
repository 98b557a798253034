#pragma once
#include <stddef.h>

/// Labels for which a row has room.
#define BROADSHEET_COST_COLUMNS 20

/// The rows of costs.txt, in its order; where there is no number stands 0.
extern const float broadsheet_costs[][BROADSHEET_COST_COLUMNS];
extern const size_t broadsheet_cost_rows;

// Swift has no arrays of C.
static inline const float *_Nonnull broadsheet_cost_values(void) { return broadsheet_costs[0]; }
