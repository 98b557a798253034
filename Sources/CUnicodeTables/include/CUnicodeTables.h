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

/// The generated tables of look-alikes (plain.c): code points in order, and for each the end of its plain form in
/// broadsheet_plain_forms; then base, mark and composed letter, in order.
extern const uint32_t broadsheet_plain_count;
extern const uint32_t broadsheet_plain_points[];
extern const uint16_t broadsheet_plain_ends[];
extern const uint32_t broadsheet_plain_forms[];
extern const uint32_t broadsheet_composition_count;
extern const uint32_t broadsheet_compositions[][3];

/// The characters that a look-alike stands for, and in `count` how many; none where it is no look-alike.
static inline const uint32_t *broadsheet_plain(uint32_t point, uint32_t *count) {
    uint32_t low = 0, high = broadsheet_plain_count;
    *count = 0;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (broadsheet_plain_points[middle] < point) low = middle + 1; else high = middle;
    }
    if (low == broadsheet_plain_count || broadsheet_plain_points[low] != point) return 0;
    uint32_t start = low == 0 ? 0 : broadsheet_plain_ends[low - 1];
    *count = broadsheet_plain_ends[low] - start;
    return broadsheet_plain_forms + start;
}

/// The letter that a letter and the mark after it make up; 0 where there is none.
static inline uint32_t broadsheet_composed(uint32_t base, uint32_t mark) {
    uint32_t low = 0, high = broadsheet_composition_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const uint32_t *entry = broadsheet_compositions[middle];
        if (entry[0] < base || (entry[0] == base && entry[1] < mark)) low = middle + 1; else high = middle;
    }
    if (low == broadsheet_composition_count) return 0;
    const uint32_t *entry = broadsheet_compositions[low];
    return entry[0] == base && entry[1] == mark ? entry[2] : 0;
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
