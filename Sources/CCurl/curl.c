#include "include/curl.h"

#include <dlfcn.h>
#include <pthread.h>

struct message {
    int kind;
    void *easy;
    union {
        void *whatever;
        int result;
    } data;
};

// Written once, by `open_library`.
static struct {
    int (*global_init)(long);
    void *(*easy_init)(void);
    void (*easy_cleanup)(void *);
    int (*easy_setopt)(void *, int, ...);
    int (*easy_getinfo)(void *, int, ...);
    struct broadsheet_curl_list *(*slist_append)(struct broadsheet_curl_list *, const char *);
    void (*slist_free_all)(struct broadsheet_curl_list *);
    void *(*multi_init)(void);
    int (*multi_cleanup)(void *);
    int (*multi_setopt)(void *, int, ...);
    int (*multi_add_handle)(void *, void *);
    int (*multi_remove_handle)(void *, void *);
    int (*multi_perform)(void *, int *);
    int (*multi_poll)(void *, struct broadsheet_curl_wait *, unsigned, int, int *);
    struct message *(*multi_info_read)(void *, int *);
} curl;
static int is_available;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) {
    // Where only the build with GnuTLS is installed, it does the same.
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    const struct {
        const char *name;
        void **place;
    } functions[] = {
        {"curl_global_init", (void **)&curl.global_init},
        {"curl_easy_init", (void **)&curl.easy_init},
        {"curl_easy_cleanup", (void **)&curl.easy_cleanup},
        {"curl_easy_setopt", (void **)&curl.easy_setopt},
        {"curl_easy_getinfo", (void **)&curl.easy_getinfo},
        {"curl_slist_append", (void **)&curl.slist_append},
        {"curl_slist_free_all", (void **)&curl.slist_free_all},
        {"curl_multi_init", (void **)&curl.multi_init},
        {"curl_multi_cleanup", (void **)&curl.multi_cleanup},
        {"curl_multi_setopt", (void **)&curl.multi_setopt},
        {"curl_multi_add_handle", (void **)&curl.multi_add_handle},
        {"curl_multi_remove_handle", (void **)&curl.multi_remove_handle},
        {"curl_multi_perform", (void **)&curl.multi_perform},
        {"curl_multi_poll", (void **)&curl.multi_poll},
        {"curl_multi_info_read", (void **)&curl.multi_info_read},
    };
    for (size_t at = 0; at < sizeof functions / sizeof *functions; at++) {
        // One that is missing is of a library that is too old.
        if (!(*functions[at].place = dlsym(library, functions[at].name))) return;
    }
    // CURL_GLOBAL_ALL
    is_available = curl.global_init(3) == 0;
}

int broadsheet_curl_available(void) {
    pthread_once(&once, open_library);
    return is_available;
}

broadsheet_curl_easy *broadsheet_curl_easy_new(void) { return curl.easy_init(); }

void broadsheet_curl_easy_free(broadsheet_curl_easy *easy) { curl.easy_cleanup(easy); }

int broadsheet_curl_set_long(broadsheet_curl_easy *easy, enum broadsheet_curl_option option, long value) {
    return curl.easy_setopt(easy, option, value);
}

int broadsheet_curl_set_size(broadsheet_curl_easy *easy, enum broadsheet_curl_option option, int64_t value) {
    return curl.easy_setopt(easy, option, value);
}

int broadsheet_curl_set_pointer(broadsheet_curl_easy *easy, enum broadsheet_curl_option option, const void *value) {
    return curl.easy_setopt(easy, option, value);
}

int broadsheet_curl_set_receive(
    broadsheet_curl_easy *easy, enum broadsheet_curl_option option, broadsheet_curl_receive function) {
    return curl.easy_setopt(easy, option, function);
}

int broadsheet_curl_set_open_socket(broadsheet_curl_easy *easy, broadsheet_curl_open_socket function) {
    return curl.easy_setopt(easy, broadsheet_curl_open_socket_function, function);
}

int broadsheet_curl_set_before_request(broadsheet_curl_easy *easy, broadsheet_curl_before_request function) {
    return curl.easy_setopt(easy, broadsheet_curl_before_request_function, function);
}

long broadsheet_curl_get_long(broadsheet_curl_easy *easy, enum broadsheet_curl_info info) {
    long value = 0;
    return curl.easy_getinfo(easy, info, &value) ? 0 : value;
}

const char *broadsheet_curl_get_text(broadsheet_curl_easy *easy, enum broadsheet_curl_info info) {
    const char *value = NULL;
    return curl.easy_getinfo(easy, info, &value) ? NULL : value;
}

struct broadsheet_curl_list *broadsheet_curl_get_list(broadsheet_curl_easy *easy, enum broadsheet_curl_info info) {
    struct broadsheet_curl_list *value = NULL;
    return curl.easy_getinfo(easy, info, &value) ? NULL : value;
}

struct broadsheet_curl_list *broadsheet_curl_list_append(struct broadsheet_curl_list *list, const char *line) {
    return curl.slist_append(list, line);
}

void broadsheet_curl_list_free(struct broadsheet_curl_list *list) { curl.slist_free_all(list); }

broadsheet_curl_multi *broadsheet_curl_multi_new(void) { return curl.multi_init(); }

void broadsheet_curl_multi_free(broadsheet_curl_multi *multi) { curl.multi_cleanup(multi); }

void broadsheet_curl_multi_limit(broadsheet_curl_multi *multi, long kept, long per_host) {
    curl.multi_setopt(multi, 6, kept);
    curl.multi_setopt(multi, 7, per_host);
}

int broadsheet_curl_multi_add(broadsheet_curl_multi *multi, broadsheet_curl_easy *easy) {
    return curl.multi_add_handle(multi, easy);
}

int broadsheet_curl_multi_remove(broadsheet_curl_multi *multi, broadsheet_curl_easy *easy) {
    return curl.multi_remove_handle(multi, easy);
}

int broadsheet_curl_multi_perform(broadsheet_curl_multi *multi) {
    int running;
    return curl.multi_perform(multi, &running);
}

int broadsheet_curl_multi_poll(
    broadsheet_curl_multi *multi, struct broadsheet_curl_wait *others, unsigned count, int milliseconds) {
    return curl.multi_poll(multi, others, count, milliseconds, NULL);
}

int broadsheet_curl_multi_ended(broadsheet_curl_multi *multi, void **data, int *code) {
    int rest;
    struct message *message;
    while ((message = curl.multi_info_read(multi, &rest))) {
        if (message->kind != 1) continue;
        *code = message->data.result;
        *data = NULL;
        // CURLINFO_PRIVATE
        curl.easy_getinfo(message->easy, 0x100015, data);
        return 1;
    }
    return 0;
}
