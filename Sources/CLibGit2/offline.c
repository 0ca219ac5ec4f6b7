// libgit2 is linked statically and without its network: northstar leaves fetch and push to the
// user's own `git`. These definitions stand in for the archive members that would pull in TLS, SSH
// and Kerberos, whose libraries cost 3 ms of loading and whose start reads every certificate of the
// machine (6 ms). Each answers as a build of libgit2 without that feature does.

int git_mbedtls_stream_global_init(void) { return 0; }
int git_mbedtls__set_cert_location(const char *file, const char *path) { return -1; }
int git_mbedtls_stream_new(void **out, const char *host, const char *port) { return -1; }
int git_mbedtls_stream_wrap(void **out, void *in, const char *host) { return -1; }
int git_transport_ssh_global_init(void) { return 0; }
int git_smart_subtransport_ssh(void **out, void *owner, void *param) { return -1; }
int git_http_auth_negotiate(void **out, const void *url) { return -1; }
