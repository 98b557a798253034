#include "Resources.h"

static const unsigned char text_en[] = {
#embed "texts/en.txt"
};
static const unsigned char text_zh_hans[] = {
#embed "texts/zh-Hans.txt"
};
static const unsigned char text_zh_hant[] = {
#embed "texts/zh-Hant.txt"
};

static const broadsheet_resource texts[] = {
    {"en", text_en, sizeof text_en},
    {"zh-Hans", text_zh_hans, sizeof text_zh_hans},
    {"zh-Hant", text_zh_hant, sizeof text_zh_hant},
};

size_t broadsheet_text_count(void) { return sizeof texts / sizeof *texts; }
broadsheet_resource broadsheet_text(size_t index) { return texts[index]; }

static const unsigned char sample_1[] = {
#embed "sample/2026-11-20/01.txt"
};
static const unsigned char sample_2[] = {
#embed "sample/2026-11-20/02.txt"
};
static const unsigned char sample_3[] = {
#embed "sample/2026-11-20/03.txt"
};
static const unsigned char sample_4[] = {
#embed "sample/2026-11-20/04.txt"
};

static const broadsheet_resource sample[] = {
    {"2026-11-20/01.txt", sample_1, sizeof sample_1},
    {"2026-11-20/02.txt", sample_2, sizeof sample_2},
    {"2026-11-20/03.txt", sample_3, sizeof sample_3},
    {"2026-11-20/04.txt", sample_4, sizeof sample_4},
};

size_t broadsheet_sample_count(void) { return sizeof sample / sizeof *sample; }
broadsheet_resource broadsheet_sample(size_t index) { return sample[index]; }
