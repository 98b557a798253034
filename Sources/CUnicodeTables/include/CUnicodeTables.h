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

/// The generated tables for finding (finding.c), in blocks of 64 code points, up to the last Han.
extern const uint16_t broadsheet_fold_blocks[];
extern const uint16_t broadsheet_folds[];
extern const uint32_t broadsheet_initial_sets[];
extern const uint16_t broadsheet_initial_blocks[];
extern const uint8_t broadsheet_initials[];
enum { broadsheet_finding_end = 0x33480 };

/// What a code point counts as when text is looked for, the same for all that count as one another; 0 for what does not
/// count: white space, punctuation, controls.
static inline uint32_t broadsheet_fold(uint32_t point) {
    if (point >= broadsheet_finding_end) return point >= 0xE0000 && point < 0xE1000 ? 0 : point;
    uint32_t value = broadsheet_folds[broadsheet_fold_blocks[point >> 6] * 64u + (point & 63u)];
    return value == 0 ? point : value == 1 ? 0 : 0x110000 + value;
}

/// The letters that a Han's readings begin with, a bit each, a lowest; 0 for what is no Han.
static inline uint32_t broadsheet_initial_letters(uint32_t point) {
    if (point >= broadsheet_finding_end) return 0;
    return broadsheet_initial_sets[broadsheet_initials[broadsheet_initial_blocks[point >> 6] * 64u + (point & 63u)]];
}
