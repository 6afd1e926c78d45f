/* Counts the calls that change files under one folder and, at the n-th, kills the process or fails the call.
   Loaded with LD_PRELOAD; armed by the test in a forked child. Written calls can be logged with their data. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char prefix[4096];
static size_t prefix_length;
static long calls, nth;
static int failure, for_ever, log_fd = -1;

static ssize_t (*real_write)(int, const void *, size_t);

void shim_arm(const char *folder, long at, int error, int ever, int logged)
{
    snprintf(prefix, sizeof prefix, "%s", folder);
    prefix_length = strlen(prefix);
    calls = 0;
    nth = at;
    failure = error;
    for_ever = ever;
    log_fd = logged;
}

long shim_calls(void) { return calls; }

static int ours(const char *path)
{
    return prefix_length && path && strncmp(path, prefix, prefix_length) == 0;
}

static int ours_fd(int fd, char *path)
{
    char link[64];
    ssize_t length;
    if (!prefix_length || fd < 0)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, 4095);
    if (length <= 0)
        return 0;
    path[length] = 0;
    return ours(path);
}

/* 0: go on; else the error the call fails with. */
static int fault(void)
{
    calls++;
    if (!nth || calls < nth || (calls > nth && !for_ever))
        return 0;
    if (!failure)
        kill(getpid(), SIGKILL);
    return failure;
}

static void note(char what, const char *path, const char *other, long long at, const void *data, size_t length)
{
    uint32_t sizes[3];
    int64_t offset = at;
    if (log_fd < 0)
        return;
    if (!real_write)
        real_write = dlsym(RTLD_NEXT, "write");
    sizes[0] = strlen(path);
    sizes[1] = other ? strlen(other) : 0;
    sizes[2] = data ? length : 0;
    real_write(log_fd, &what, 1);
    real_write(log_fd, sizes, sizeof sizes);
    real_write(log_fd, &offset, sizeof offset);
    real_write(log_fd, path, sizes[0]);
    if (sizes[1])
        real_write(log_fd, other, sizes[1]);
    if (sizes[2])
        real_write(log_fd, data, sizes[2]);
}

void shim_mark(const char *text) { note('!', text, NULL, 0, NULL, 0); }

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define FAIL_IF_DUE() \
    do { int error = fault(); if (error) { errno = error; return -1; } } while (0)

ssize_t write(int fd, const void *data, size_t length)
{
    char path[4096];
    long long at;
    if (!real_write)
        real_write = dlsym(RTLD_NEXT, "write");
    if (!ours_fd(fd, path))
        return real_write(fd, data, length);
    FAIL_IF_DUE();
    at = lseek(fd, 0, SEEK_CUR);
    if (fcntl(fd, F_GETFL) & O_APPEND)
        at = lseek(fd, 0, SEEK_END);
    note('w', path, NULL, at, data, length);
    return real_write(fd, data, length);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at)
{
    char path[4096];
    REAL(pwrite64);
    if (ours_fd(fd, path)) {
        FAIL_IF_DUE();
        note('w', path, NULL, at, data, length);
    }
    return real(fd, data, length, at);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return pwrite64(fd, data, length, at); }

int fsync(int fd)
{
    char path[4096];
    REAL(fsync);
    if (ours_fd(fd, path)) {
        FAIL_IF_DUE();
        note('s', path, NULL, 0, NULL, 0);
    }
    return real(fd);
}

int fdatasync(int fd)
{
    char path[4096];
    REAL(fdatasync);
    if (ours_fd(fd, path)) {
        FAIL_IF_DUE();
        note('s', path, NULL, 0, NULL, 0);
    }
    return real(fd);
}

int ftruncate64(int fd, off64_t length)
{
    char path[4096];
    REAL(ftruncate64);
    if (ours_fd(fd, path)) {
        FAIL_IF_DUE();
        note('t', path, NULL, length, NULL, 0);
    }
    return real(fd, length);
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int rename(const char *from, const char *to)
{
    REAL(rename);
    if (ours(from)) {
        FAIL_IF_DUE();
        note('r', from, to, 0, NULL, 0);
    }
    return real(from, to);
}

int unlink(const char *path)
{
    REAL(unlink);
    if (ours(path)) {
        struct stat found;
        if (lstat(path, &found) == 0) {
            FAIL_IF_DUE();
            note('u', path, NULL, 0, NULL, 0);
        }
    }
    return real(path);
}

int mkdir(const char *path, mode_t mode)
{
    REAL(mkdir);
    if (ours(path)) {
        FAIL_IF_DUE();
        note('d', path, NULL, 0, NULL, 0);
    }
    return real(path, mode);
}

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode)
{
    if (ours(path) && (flags & O_CREAT)) {
        FAIL_IF_DUE();
        if (access(path, F_OK) != 0)
            note('c', path, NULL, 0, NULL, 0);
    }
    if (ours(path) && (flags & O_TRUNC))
        note('t', path, NULL, 0, NULL, 0);
    return real(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list list;
    mode_t mode;
    REAL(open64);
    va_start(list, flags);
    mode = (flags & O_CREAT) ? va_arg(list, mode_t) : 0;
    va_end(list);
    return opened((int (*)(const char *, int, ...))real, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list list;
    mode_t mode;
    REAL(open);
    va_start(list, flags);
    mode = (flags & O_CREAT) ? va_arg(list, mode_t) : 0;
    va_end(list);
    return opened((int (*)(const char *, int, ...))real, path, flags, mode);
}
