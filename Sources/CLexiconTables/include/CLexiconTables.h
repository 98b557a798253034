#pragma once
#include <stdint.h>

/// The class of every scalar of the basic plane.
extern const uint8_t broadsheet_classes[];

/// A word of a list: its first scalar in broadsheet_lexicon_scalars, and how many it has.
struct broadsheet_word {
    uint32_t from, count;
};

/// A scalar that words begin with, and the first of them in the list's words, which are longest first.
struct broadsheet_first {
    uint32_t scalar, from;
};

/// A list of words as it was made from a text with this key.
struct broadsheet_list {
    uint64_t key;
    /// Where its scalars, words and firsts begin, and how many there are; the last of the firsts is the end.
    uint32_t scalars, scalar_count, words, word_count, firsts, first_count;
};

/// The lists, by their keys in order.
extern const uint32_t broadsheet_list_count;
extern const struct broadsheet_list broadsheet_lists[];
extern const uint32_t broadsheet_lexicon_scalars[];
extern const struct broadsheet_word broadsheet_lexicon_words[];
extern const struct broadsheet_first broadsheet_lexicon_firsts[];

/// What words begin with: made from the lists whose keys make up this one.
extern const uint64_t broadsheet_starts_key;
extern const uint16_t broadsheet_starts[];
extern const uint64_t broadsheet_start_masks[];
extern const uint64_t broadsheet_start_seconds[];
extern const uint64_t broadsheet_start_pairs[];
extern const uint64_t broadsheet_start_thirds[];

// Swift has no arrays of C.
static inline const uint8_t *_Nonnull broadsheet_class_table(void) { return broadsheet_classes; }
static inline const struct broadsheet_list *_Nonnull broadsheet_list_table(void) { return broadsheet_lists; }
static inline const uint32_t *_Nonnull broadsheet_scalar_table(void) { return broadsheet_lexicon_scalars; }
static inline const struct broadsheet_word *_Nonnull broadsheet_word_table(void) { return broadsheet_lexicon_words; }
static inline const struct broadsheet_first *_Nonnull broadsheet_first_table(void) { return broadsheet_lexicon_firsts; }
static inline const uint16_t *_Nonnull broadsheet_start_table(void) { return broadsheet_starts; }
static inline const uint64_t *_Nonnull broadsheet_mask_table(void) { return broadsheet_start_masks; }
static inline const uint64_t *_Nonnull broadsheet_second_table(void) { return broadsheet_start_seconds; }
static inline const uint64_t *_Nonnull broadsheet_pair_table(void) { return broadsheet_start_pairs; }
static inline const uint64_t *_Nonnull broadsheet_third_table(void) { return broadsheet_start_thirds; }
