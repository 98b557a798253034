#pragma once
// libcurl without its headers: the parts of its stable interface that are used, found in the library when it is first opened.
// The numbers are those of curl/curl.h and curl/multi.h; libcurl never changes them.
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

typedef struct broadsheet_curl_easy broadsheet_curl_easy;
typedef struct broadsheet_curl_multi broadsheet_curl_multi;

/// A list of lines, `struct curl_slist`.
struct broadsheet_curl_list {
    char *_Nullable data;
    struct broadsheet_curl_list *_Nullable next;
};

/// Where a connection is about to be made, `struct curl_sockaddr`.
struct broadsheet_curl_address {
    int family, type, protocol;
    unsigned length;
    struct sockaddr address;
};

/// A descriptor to wait for, `struct curl_waitfd`.
struct broadsheet_curl_wait {
    int descriptor;
    short events, received;
};

/// The options that are set, `CURLoption`.
enum broadsheet_curl_option : int32_t {
    broadsheet_curl_fresh_connect = 74,
    broadsheet_curl_http_version = 84,
    broadsheet_curl_no_signal = 99,
    broadsheet_curl_protocols = 181,
    broadsheet_curl_suppress_connect_headers = 265,
    broadsheet_curl_quick_exit = 322,
    broadsheet_curl_write_data = 10001,
    broadsheet_curl_url = 10002,
    broadsheet_curl_proxy = 10004,
    broadsheet_curl_user_agent = 10018,
    broadsheet_curl_fields = 10023,
    broadsheet_curl_header_data = 10029,
    broadsheet_curl_cookie_file = 10031,
    broadsheet_curl_authorities = 10065,
    broadsheet_curl_accept_encoding = 10102,
    broadsheet_curl_private = 10103,
    broadsheet_curl_open_socket_data = 10164,
    broadsheet_curl_user = 10173,
    broadsheet_curl_password = 10174,
    broadsheet_curl_no_proxy = 10177,
    broadsheet_curl_before_request_data = 10313,
    broadsheet_curl_write_function = 20011,
    broadsheet_curl_header_function = 20079,
    broadsheet_curl_open_socket_function = 20163,
    broadsheet_curl_before_request_function = 20312,
    broadsheet_curl_largest_file = 30117,
};

/// What can be asked of a transfer, `CURLINFO`.
enum broadsheet_curl_info : int32_t {
    broadsheet_curl_redirect_url = 0x10001F,
    broadsheet_curl_primary_ip = 0x100020,
    broadsheet_curl_response_code = 0x200002,
    broadsheet_curl_verify_result = 0x20000D,
    broadsheet_curl_errno = 0x200019,
    broadsheet_curl_cookies = 0x40001C,
};

/// Receives `size * count` bytes; whoever takes another number ends the transfer.
typedef size_t (*broadsheet_curl_receive)(
    char *_Nullable bytes, size_t size, size_t count, void *_Nullable data);
/// Opens the socket of a connection; -1 ends the attempt.
typedef int (*broadsheet_curl_open_socket)(
    void *_Nullable data, int purpose, struct broadsheet_curl_address *_Nonnull address);
/// Asked when a connection is there, new or used before; 1 ends the transfer before anything is sent.
typedef int (*broadsheet_curl_before_request)(
    void *_Nullable data, char *_Nullable peer, char *_Nullable own, int peer_port, int own_port);

/// Whether the library is there; opens and initializes it at the first call, for good.
int broadsheet_curl_available(void);

broadsheet_curl_easy *_Nullable broadsheet_curl_easy_new(void);
void broadsheet_curl_easy_free(broadsheet_curl_easy *_Nonnull easy);
// Each returns libcurl's code, 0 for success.
int broadsheet_curl_set_long(broadsheet_curl_easy *_Nonnull easy, enum broadsheet_curl_option option, long value);
int broadsheet_curl_set_size(broadsheet_curl_easy *_Nonnull easy, enum broadsheet_curl_option option, int64_t value);
/// Text is copied; lists and data are not.
int broadsheet_curl_set_pointer(
    broadsheet_curl_easy *_Nonnull easy, enum broadsheet_curl_option option, const void *_Nullable value);
int broadsheet_curl_set_receive(
    broadsheet_curl_easy *_Nonnull easy, enum broadsheet_curl_option option, broadsheet_curl_receive _Nonnull function);
int broadsheet_curl_set_open_socket(
    broadsheet_curl_easy *_Nonnull easy, broadsheet_curl_open_socket _Nonnull function);
int broadsheet_curl_set_before_request(
    broadsheet_curl_easy *_Nonnull easy, broadsheet_curl_before_request _Nonnull function);
/// 0 where it is not known.
long broadsheet_curl_get_long(broadsheet_curl_easy *_Nonnull easy, enum broadsheet_curl_info info);
/// Valid until the handle is used or freed.
const char *_Nullable broadsheet_curl_get_text(broadsheet_curl_easy *_Nonnull easy, enum broadsheet_curl_info info);
/// To be freed.
struct broadsheet_curl_list *_Nullable broadsheet_curl_get_list(
    broadsheet_curl_easy *_Nonnull easy, enum broadsheet_curl_info info);

/// The list with one line more; NULL where there is no memory, and the list is as it was.
struct broadsheet_curl_list *_Nullable broadsheet_curl_list_append(
    struct broadsheet_curl_list *_Nullable list, const char *_Nonnull line);
void broadsheet_curl_list_free(struct broadsheet_curl_list *_Nullable list);

broadsheet_curl_multi *_Nullable broadsheet_curl_multi_new(void);
void broadsheet_curl_multi_free(broadsheet_curl_multi *_Nonnull multi);
/// `CURLMOPT_MAXCONNECTS` and `CURLMOPT_MAX_HOST_CONNECTIONS`.
void broadsheet_curl_multi_limit(broadsheet_curl_multi *_Nonnull multi, long kept, long per_host);
int broadsheet_curl_multi_add(broadsheet_curl_multi *_Nonnull multi, broadsheet_curl_easy *_Nonnull easy);
int broadsheet_curl_multi_remove(broadsheet_curl_multi *_Nonnull multi, broadsheet_curl_easy *_Nonnull easy);
/// Does what can be done without waiting.
int broadsheet_curl_multi_perform(broadsheet_curl_multi *_Nonnull multi);
/// Waits for the transfers' sockets and for other descriptors.
int broadsheet_curl_multi_poll(
    broadsheet_curl_multi *_Nonnull multi, struct broadsheet_curl_wait *_Nullable others, unsigned count,
    int milliseconds);
/// A transfer that has ended, with the pointer that was set as `broadsheet_curl_private`, and libcurl's code; 0 where there is
/// no more.
int broadsheet_curl_multi_ended(
    broadsheet_curl_multi *_Nonnull multi, void *_Nullable *_Nonnull data, int *_Nonnull code);
