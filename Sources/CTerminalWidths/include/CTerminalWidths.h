#pragma once
#include <stdbool.h>

/// Says whether the terminal draws characters of ambiguous width (East_Asian_Width A: “ … —) two cells wide.
void broadsheet_set_ambiguous_wide(bool is_wide);
