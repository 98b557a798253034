#pragma once
#include <stdint.h>

/// The generated two-stage table (tables.c): code point / 128 → block, block and code point % 128 → number of a record.
extern const uint32_t broadsheet_records[];
extern const uint16_t broadsheet_blocks[];
extern const uint8_t broadsheet_numbers[];

/// What is known of a code point, packed as in `Traits`; 0x10FFFF at most.
static inline uint32_t broadsheet_record(uint32_t point) {
    return broadsheet_records[broadsheet_numbers[broadsheet_blocks[point >> 7] * 128u + (point & 127u)]];
}
