#include "CCostTable.h"

// The table is written as the compiler reads it, so that a start of the program has nothing to parse.
#define section(...)
#define row(name, ...) {__VA_ARGS__},

const float broadsheet_costs[][BROADSHEET_COST_COLUMNS] = {
#include "costs.txt"
};
const size_t broadsheet_cost_rows = sizeof broadsheet_costs / sizeof broadsheet_costs[0];
