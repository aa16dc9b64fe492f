/* The disk as a program sees it, put before the C library by LD_PRELOAD.

   Recording: every call that changes something in the folder DISK_FOLDER is appended with its data
   to the file DISK_TRACE, and so is an acknowledgement, the removal of /__ACK__/<number>.
   Failing: after disk_fail(n, error, for_ever) the n-th such call from then on fails, and with
   for_ever all that follow; 0 counts only, -1 ends it and counts on. disk_calls() and disk_faults() say how many there were of both; with
   DISK_REPORT they are said on standard error when the process ends, too.

   A file is its inode, so that a second handle, a relative path or a new name cannot mislead. Of
   64-bit Linux only. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define ACKNOWLEDGEMENT "/__ACK__/"

/* Little-endian, as trace.py reads it; two paths and the data follow. */
struct head {
    int64_t inode, offset;
    uint32_t path, to, data;
    char kind, padding[3];
};

static char folder[PATH_MAX];
static size_t folder_length;
static int trace = -1;
static long calls, faults, fail_at;
static int failure, lasting;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *inside = getenv("DISK_FOLDER"), *file = getenv("DISK_TRACE");
    if (inside != NULL && strlen(inside) < sizeof folder) {
        folder_length = strlen(strcpy(folder, inside));
        if (file != NULL)
            trace = (int)syscall(SYS_openat, AT_FDCWD, file, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    }
}

__attribute__((destructor)) static void end(void) {
    if (getenv("DISK_REPORT") != NULL)
        dprintf(2, "disk: %ld calls, %ld faults\n", calls, faults);
}

void disk_fail(long n, int error, int for_ever) {
    if (n >= 0)
        calls = faults = 0;
    fail_at = n > 0 ? n : 0;
    failure = error;
    lasting = for_ever;
}

long disk_calls(void) { return calls; }

long disk_faults(void) { return faults; }

/* Whether this call is the one to fail; counts it. */
static int fails(void) {
    calls++;
    if (fail_at == 0 || calls < fail_at || (calls > fail_at && !lasting))
        return 0;
    faults++;
    errno = failure;
    return 1;
}

static int is_inside(const char *path) {
    return folder_length && strncmp(path, folder, folder_length) == 0 &&
           (path[folder_length] == '/' || path[folder_length] == 0);
}

/* The path behind a handle; whether it is in the folder. */
static int handle_inside(int handle, char *path) {
    char link[40];
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    long length = folder_length ? syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1) : 0;
    errno = before;
    path[length > 0 ? length : 0] = 0;
    return length > 0 && is_inside(path);
}

/* The path from the root, of one that may be relative; whether it is in the folder. */
static int path_inside(int base, const char *given, char *path) {
    int before = errno;
    if (!folder_length || given == NULL || strlen(given) >= PATH_MAX)
        return 0;
    if (given[0] == '/') {
        strcpy(path, given);
    } else {
        if (base != AT_FDCWD)
            handle_inside(base, path);
        else if (syscall(SYS_getcwd, path, (long)PATH_MAX) < 0)
            path[0] = 0;
        size_t length = strlen(path);
        snprintf(path + length, PATH_MAX - length, "/%s", given);
    }
    errno = before;
    return is_inside(path);
}

static void note(char kind, int64_t inode, int64_t offset, const char *path, const char *to,
                 const struct iovec *data, int pieces, size_t size) {
    struct iovec all[20];
    int before = errno;
    if (trace < 0)
        return;
    struct head head = {inode, offset, (uint32_t)strlen(path), (uint32_t)strlen(to), (uint32_t)size, kind, {0}};
    all[0] = (struct iovec){&head, sizeof head};
    all[1] = (struct iovec){(void *)path, head.path};
    all[2] = (struct iovec){(void *)to, head.to};
    int count = 3;
    for (int i = 0; i < pieces && size > 0 && count < 20; i++) {
        all[count] = data[i];
        if (all[count].iov_len > size)
            all[count].iov_len = size;
        size -= all[count++].iov_len;
    }
    /* A trace with a gap would prove nothing. */
    if (syscall(SYS_writev, trace, all, count) < 0)
        abort();
    errno = before;
}

static void note_path(char kind, const char *path, const char *to) { note(kind, 0, 0, path, to, NULL, 0, 0); }

static int64_t inode_of(int handle, struct stat *found) {
    int before = errno;
    if (fstat(handle, found) != 0)
        memset(found, 0, sizeof *found);
    errno = before;
    return (int64_t)found->st_ino;
}

/* Where the next write to a handle goes. */
static int64_t place_of(int handle) {
    struct stat found;
    if (fcntl(handle, F_GETFL) & O_APPEND) {
        inode_of(handle, &found);
        return found.st_size;
    }
    return syscall(SYS_lseek, handle, 0L, SEEK_CUR);
}

static ssize_t changed(int handle, const char *path, int64_t at, const struct iovec *data, int pieces, ssize_t done) {
    struct stat found;
    if (done > 0)
        note('W', inode_of(handle, &found), at, path, "", data, pieces, (size_t)done);
    return done;
}

/* ---- opening ---- */

static int opened(int base, const char *given, int flags, mode_t mode) {
    char path[PATH_MAX];
    struct stat found;
    int creates = (flags & O_CREAT) != 0;
    if (!(creates || (flags & O_TRUNC)) || !path_inside(base, given, path))
        return (int)syscall(SYS_openat, base, given, flags, mode);
    if (fails())
        return -1;
    pthread_mutex_lock(&turn);
    int before = errno, is_there = fstatat(AT_FDCWD, path, &found, 0) == 0;
    errno = before;
    int handle = (int)syscall(SYS_openat, base, given, flags, mode);
    if (handle >= 0 && creates && !is_there)
        note('C', inode_of(handle, &found), 0, path, "", NULL, 0, 0);
    else if (handle >= 0 && (flags & O_TRUNC))
        note('T', inode_of(handle, &found), 0, path, "", NULL, 0, 0);
    pthread_mutex_unlock(&turn);
    return handle;
}

#define MODE_IF_CREATING                        \
    mode_t mode = 0;                            \
    if (flags & (O_CREAT | O_TMPFILE)) {        \
        va_list rest;                           \
        va_start(rest, flags);                  \
        mode = (mode_t)va_arg(rest, int);       \
        va_end(rest);                           \
    }

int open(const char *path, int flags, ...) { MODE_IF_CREATING return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_IF_CREATING return opened(AT_FDCWD, path, flags, mode); }
int openat(int base, const char *path, int flags, ...) { MODE_IF_CREATING return opened(base, path, flags, mode); }
int openat64(int base, const char *path, int flags, ...) { MODE_IF_CREATING return opened(base, path, flags, mode); }

/* ---- content ---- */

ssize_t write(int handle, const void *data, size_t size) {
    char path[PATH_MAX];
    struct iovec piece = {(void *)data, size};
    if (!handle_inside(handle, path))
        return syscall(SYS_write, handle, data, size);
    if (fails())
        return -1;
    pthread_mutex_lock(&turn);
    int64_t at = place_of(handle);
    ssize_t done = changed(handle, path, at, &piece, 1, syscall(SYS_write, handle, data, size));
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t writev(int handle, const struct iovec *data, int pieces) {
    char path[PATH_MAX];
    if (!handle_inside(handle, path))
        return syscall(SYS_writev, handle, data, pieces);
    if (fails())
        return -1;
    pieces = pieces > 16 ? 16 : pieces; /* fewer bytes than asked for are allowed */
    pthread_mutex_lock(&turn);
    int64_t at = place_of(handle);
    ssize_t done = changed(handle, path, at, data, pieces, syscall(SYS_writev, handle, data, pieces));
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t pwrite64(int handle, const void *data, size_t size, off64_t at) {
    char path[PATH_MAX];
    struct iovec piece = {(void *)data, size};
    if (!handle_inside(handle, path))
        return syscall(SYS_pwrite64, handle, data, size, at);
    if (fails())
        return -1;
    pthread_mutex_lock(&turn);
    ssize_t done = changed(handle, path, at, &piece, 1, syscall(SYS_pwrite64, handle, data, size, at));
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t pwrite(int handle, const void *data, size_t size, off_t at) { return pwrite64(handle, data, size, at); }

/* Copies inside the kernel become a read and a write, of which the data can be seen. */
static ssize_t copied(int to, int64_t *to_at, int from, int64_t *from_at, size_t size) {
    size = size > (1 << 20) ? (1 << 20) : size;
    char *data = malloc(size ? size : 1);
    ssize_t got = from_at ? syscall(SYS_pread64, from, data, size, *from_at) : syscall(SYS_read, from, data, size);
    ssize_t done = got <= 0 ? got : to_at ? pwrite64(to, data, (size_t)got, *to_at) : write(to, data, (size_t)got);
    if (done < got && !from_at && got > 0)
        syscall(SYS_lseek, from, (long)((done < 0 ? 0 : done) - got), SEEK_CUR);
    if (done > 0 && from_at)
        *from_at += done;
    if (done > 0 && to_at)
        *to_at += done;
    free(data);
    return done;
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t size) {
    char path[PATH_MAX];
    return handle_inside(to, path) ? copied(to, NULL, from, at, size) : syscall(SYS_sendfile, to, from, at, size);
}

ssize_t sendfile(int to, int from, off_t *at, size_t size) { return sendfile64(to, from, at, size); }

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t size, unsigned flags) {
    char path[PATH_MAX];
    if (!handle_inside(to, path))
        return syscall(SYS_copy_file_range, from, from_at, to, to_at, size, flags);
    return copied(to, to_at, from, from_at, size);
}

int ftruncate64(int handle, off64_t size) {
    char path[PATH_MAX];
    struct stat found;
    if (!handle_inside(handle, path))
        return (int)syscall(SYS_ftruncate, handle, size);
    if (fails())
        return -1;
    pthread_mutex_lock(&turn);
    int done = (int)syscall(SYS_ftruncate, handle, size);
    if (done == 0)
        note('T', inode_of(handle, &found), size, path, "", NULL, 0, 0);
    pthread_mutex_unlock(&turn);
    return done;
}

int ftruncate(int handle, off_t size) { return ftruncate64(handle, size); }

static int flushed(int handle, long call) {
    char path[PATH_MAX];
    struct stat found;
    if (!handle_inside(handle, path))
        return (int)syscall(call, handle);
    if (fails())
        return -1;
    pthread_mutex_lock(&turn);
    int done = (int)syscall(call, handle);
    int64_t inode = inode_of(handle, &found);
    if (done == 0)
        note(S_ISDIR(found.st_mode) ? 'D' : 'S', inode, 0, path, "", NULL, 0, 0);
    pthread_mutex_unlock(&turn);
    return done;
}

int fsync(int handle) { return flushed(handle, SYS_fsync); }
int fdatasync(int handle) { return flushed(handle, SYS_fdatasync); }

/* ---- names ---- */

static int renamed(int from_base, const char *from, int to_base, const char *to) {
    char old[PATH_MAX], new[PATH_MAX];
    int leaves = path_inside(from_base, from, old), comes = path_inside(to_base, to, new);
    if (!leaves && !comes)
        return (int)syscall(SYS_renameat2, from_base, from, to_base, to, 0);
    if (fails())
        return -1;
    pthread_mutex_lock(&turn);
    int done = (int)syscall(SYS_renameat2, from_base, from, to_base, to, 0);
    if (done == 0)
        note_path('R', old, new);
    pthread_mutex_unlock(&turn);
    return done;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int base, const char *from, int to_base, const char *to) { return renamed(base, from, to_base, to); }

static int removed(int base, const char *given, int flags) {
    char path[PATH_MAX];
    if (strncmp(given, ACKNOWLEDGEMENT, strlen(ACKNOWLEDGEMENT)) == 0) {
        note('A', 0, atol(given + strlen(ACKNOWLEDGEMENT)), "", "", NULL, 0, 0);
        return 0;
    }
    if (!path_inside(base, given, path))
        return (int)syscall(SYS_unlinkat, base, given, flags);
    if (fails())
        return -1;
    pthread_mutex_lock(&turn);
    int done = (int)syscall(SYS_unlinkat, base, given, flags);
    if (done == 0)
        note_path('U', path, "");
    pthread_mutex_unlock(&turn);
    return done;
}

int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int base, const char *path, int flags) { return removed(base, path, flags); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }

static int made(int base, const char *given, mode_t mode) {
    char path[PATH_MAX];
    if (!path_inside(base, given, path))
        return (int)syscall(SYS_mkdirat, base, given, mode);
    if (fails())
        return -1;
    pthread_mutex_lock(&turn);
    int done = (int)syscall(SYS_mkdirat, base, given, mode);
    if (done == 0)
        note_path('M', path, "");
    pthread_mutex_unlock(&turn);
    return done;
}

int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }
int mkdirat(int base, const char *path, mode_t mode) { return made(base, path, mode); }
