/* A disk that tells what is asked of it and refuses what it is told to: preloaded into a harness's child.

   Calls on files under $DISK_UNDER are written to the file $DISK_LOG, one record each: a letter, three numbers and a
   text, then the bytes of a write. disk_refuse(n, error) makes the n-th write, truncation or sync from now on fail once.
*/
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FILES 4096
static char ours[FILES];
static char under[PATH_MAX];
static int told_to = -1;
static long left;
static int refusal, refused;

void disk_refuse(long nth, int error) { left = nth; refusal = error; refused = 0; }
int disk_refused(void) { return refused; }

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("DISK_UNDER"), *log = getenv("DISK_LOG");
    if (folder) strncpy(under, folder, sizeof under - 1);
    if (log) {
        int made = syscall(SYS_openat, AT_FDCWD, log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
        told_to = syscall(SYS_fcntl, made, F_DUPFD_CLOEXEC, FILES);
        if (told_to < 0) told_to = made; else syscall(SYS_close, made);
    }
}

static void put(const void *bytes, size_t size) {
    const char *at = bytes;
    while (size) {
        ssize_t done = syscall(SYS_write, told_to, at, size);
        if (done <= 0) _exit(99);
        at += done;
        size -= done;
    }
}

static void tell(char what, int64_t a, int64_t b, int64_t c, const char *text, const void *bytes) {
    if (told_to < 0) return;
    int saved = errno;
    int64_t record[5] = {what, a, b, c, text ? (int64_t)strlen(text) : 0};
    put(record, sizeof record);
    if (text) put(text, record[4]);
    if (bytes) put(bytes, c);
    errno = saved;
}

static int is_ours(int fd) { return fd >= 0 && fd < FILES && ours[fd]; }
static int is_under(const char *path) { return under[0] && !strncmp(path, under, strlen(under)); }
static int refuses(void) {
    if (left <= 0 || --left) return 0;
    refused = 1;
    errno = refusal;
    return 1;
}

static int opened(int fd, const char *path, int flags) {
    if (fd >= 0 && fd < FILES && (ours[fd] = is_under(path))) tell('o', fd, flags & O_CREAT, flags & O_TRUNC, path, 0);
    return fd;
}
#define MODE mode_t mode = 0; if (flags & (O_CREAT | __O_TMPFILE)) { va_list more; va_start(more, flags); \
    mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE return opened(syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, flags); }
int open64(const char *path, int flags, ...) { MODE return opened(syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, flags); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(syscall(SYS_openat, at, path, flags, mode), path, flags); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(syscall(SYS_openat, at, path, flags, mode), path, flags); }

int close(int fd) {
    if (is_ours(fd)) { tell('c', fd, 0, 0, 0, 0); ours[fd] = 0; }
    return syscall(SYS_close, fd);
}

static ssize_t written(ssize_t done, int fd, const void *bytes, off64_t at) {
    if (done > 0) tell('w', fd, at, done, 0, bytes);
    return done;
}
ssize_t write(int fd, const void *bytes, size_t size) {
    if (!is_ours(fd)) return syscall(SYS_write, fd, bytes, size);
    if (refuses()) return -1;
    off64_t at = lseek64(fd, 0, SEEK_CUR);
    return written(syscall(SYS_write, fd, bytes, size), fd, bytes, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
    if (is_ours(fd) && refuses()) return -1;
    ssize_t done = syscall(SYS_pwrite64, fd, bytes, size, at);
    return is_ours(fd) ? written(done, fd, bytes, at) : done;
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }

int ftruncate64(int fd, off64_t size) {
    if (is_ours(fd) && refuses()) return -1;
    int done = syscall(SYS_ftruncate, fd, size);
    if (!done && is_ours(fd)) tell('t', fd, size, 0, 0, 0);
    return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int synced(int call, int fd) {
    if (is_ours(fd) && refuses()) return -1;
    int done = syscall(call, fd);
    if (!done && is_ours(fd)) tell('s', fd, 0, 0, 0, 0);
    return done;
}
int fsync(int fd) { return synced(SYS_fsync, fd); }
int fdatasync(int fd) { return synced(SYS_fdatasync, fd); }

int unlink(const char *path) {
    int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (!done && is_under(path)) tell('u', 0, 0, 0, path, 0);
    return done;
}
static void tell_two(char what, const char *from, const char *to) {
    char both[2 * PATH_MAX + 2];
    strcpy(both, from);
    strcat(both, "\n");
    strcat(both, to);
    tell(what, 0, 0, 0, both, 0);
}
int rename(const char *from, const char *to) {
    int done = syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    if (!done && is_under(to)) tell_two('r', from, to);
    return done;
}
int link(const char *from, const char *to) {
    int done = syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
    if (!done && is_under(to)) tell_two('l', from, to);
    return done;
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
    int done = syscall(SYS_linkat, a, from, b, to, flags);
    if (!done && is_under(to)) tell_two('l', from, to);
    return done;
}
