#include "CCostTable.h"

const unsigned char broadsheet_costs[] = {
#embed "costs.txt"
};
const size_t broadsheet_costs_size = sizeof broadsheet_costs;
