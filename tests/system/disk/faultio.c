/* What a program does to files below one folder: written down, and made to fail where a test says so.
 *
 *   cc -O2 -shared -fPIC -o faultio.so faultio.c -ldl -lpthread       then LD_PRELOAD=faultio.so
 *
 * FAULTIO_UNDER  the folder; other files are left alone
 * FAULTIO_LOG    the log: op u8, path's length u16, path, offset u64, length u32, bytes (little-endian)
 *
 * The program's own hands (ctypes) reach the rest: faultio_arm(at, deed, times) makes `times` operations fail from
 * the `at`-th on (1: the next), faultio_count() says how many there were since.
 *
 * Operations: c(reate) w(rite) t(runcate) s(ync) d(elete) r(ename) m(kdir); S is a sync that failed, and `a` what
 * the program said on its standard output. Copyright the project; licence: Apache-2.0, as everything here.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum deed { NOTHING, KILL, INPUT_OUTPUT, NO_SPACE, SHORT, SYNC_FAILS };
enum verdict { GO_ON = 0, LESS = -1 };

static const char *under;
static size_t under_length;
static int log_file = -1;
static long count, first;
static int deed, times;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...)                            \
  static type (*real_##name)(__VA_ARGS__);               \
  if (!real_##name) *(void **)&real_##name = dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  under = getenv("FAULTIO_UNDER");
  under_length = under ? strlen(under) : 0;
  const char *path = getenv("FAULTIO_LOG");
  if (path) {
    REAL(int, open64, const char *, int, ...);
    log_file = real_open64(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

void faultio_arm(long at, int what, int how_often) {
  pthread_mutex_lock(&guard);
  count = 0;
  first = at;
  deed = what;
  times = how_often;
  pthread_mutex_unlock(&guard);
}

long faultio_count(void) { return count; }

static int is_ours(const char *path) {
  return under && !strncmp(path, under, under_length) && (path[under_length] == '/' || !path[under_length]);
}

static int named(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_ours(path);
}

static int placed(const char *given, char *path) {
  if (!under) return 0;
  if (given[0] == '/') {
    snprintf(path, PATH_MAX, "%s", given);
  } else {
    char here[PATH_MAX];
    if (!getcwd(here, sizeof here)) return 0;
    if (snprintf(path, PATH_MAX, "%s/%s", here, given) >= PATH_MAX) return 0;
  }
  return is_ours(path);
}

static void note(char op, const char *path, uint64_t offset, uint32_t length, const void *bytes) {
  if (log_file < 0) return;
  uint16_t size = (uint16_t)strlen(path);
  struct iovec parts[] = {{&op, 1},     {&size, 2},   {(void *)path, size},
                          {&offset, 8}, {&length, 4}, {(void *)bytes, bytes ? length : 0}};
  if (writev(log_file, parts, 6) < 0) abort();
}

/* GO_ON, LESS (write half) or the error to return; the lock is held. */
static int judge(char op) {
  long number = ++count;
  if (deed == NOTHING || (deed == SYNC_FAILS && op != 's') || (deed == SHORT && op != 'w')) return GO_ON;
  if (number < first || times <= 0) return GO_ON;
  times--;
  if (deed == KILL) {
    kill(getpid(), SIGKILL);
    pause();
  }
  if (deed == SHORT) return LESS;
  return deed == NO_SPACE ? ENOSPC : EIO;
}

/* The common shape: what is not ours goes straight on; ours is judged, done and noted under the lock. */
#define OURS(ours, op)                 \
  int mine = (ours), said = GO_ON;     \
  if (mine) {                          \
    pthread_mutex_lock(&guard);        \
    said = judge(op);                  \
  }
#define REFUSED(op, path)                                \
  if (said > 0) {                                        \
    if (op == 's') note('S', path, 0, 0, NULL);          \
    pthread_mutex_unlock(&guard);                        \
    errno = said;                                        \
    return -1;                                           \
  }
#define DONE                               \
  if (mine) {                              \
    int kept = errno;                      \
    pthread_mutex_unlock(&guard);          \
    errno = kept;                          \
  }

static ssize_t write_at(int file, const void *bytes, size_t length, off64_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  char path[PATH_MAX];
  OURS(named(file, path), 'w')
  REFUSED('w', path)
  ssize_t done = real_pwrite64(file, bytes, said == LESS ? length / 2 : length, offset);
  if (mine && done > 0) note('w', path, (uint64_t)offset, (uint32_t)done, bytes);
  DONE
  return done;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) { return write_at(file, bytes, length, at); }
ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) { return write_at(file, bytes, length, at); }

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  char path[PATH_MAX];
  if (file == STDOUT_FILENO && log_file >= 0) {
    pthread_mutex_lock(&guard);
    note('a', "", 0, (uint32_t)length, bytes);
    pthread_mutex_unlock(&guard);
  }
  OURS(named(file, path), 'w')
  REFUSED('w', path)
  off_t offset = 0;
  if (mine) offset = lseek(file, 0, fcntl(file, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  ssize_t done = real_write(file, bytes, said == LESS ? length / 2 : length);
  if (mine && done > 0) note('w', path, (uint64_t)offset, (uint32_t)done, bytes);
  DONE
  return done;
}

#define SYNC(name)                                      \
  int name(int file) {                                  \
    REAL(int, name, int);                               \
    char path[PATH_MAX];                                \
    OURS(named(file, path), 's')                        \
    REFUSED('s', path)                                  \
    int done = real_##name(file);                       \
    if (mine && !done) note('s', path, 0, 0, NULL);     \
    DONE                                                \
    return done;                                        \
  }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, type)                                              \
  int name(int file, type length) {                                       \
    REAL(int, name, int, type);                                           \
    char path[PATH_MAX];                                                  \
    OURS(named(file, path), 't')                                          \
    REFUSED('t', path)                                                    \
    int done = real_##name(file, length);                                 \
    if (mine && !done) note('t', path, (uint64_t)length, 0, NULL);        \
    DONE                                                                  \
    return done;                                                          \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define OPEN(name)                                                                          \
  int name(const char *given, int flags, ...) {                                             \
    REAL(int, name, const char *, int, ...);                                                \
    mode_t mode = 0;                                                                        \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                    \
      va_list rest;                                                                         \
      va_start(rest, flags);                                                                \
      mode = va_arg(rest, mode_t);                                                          \
      va_end(rest);                                                                         \
    }                                                                                       \
    char path[PATH_MAX];                                                                    \
    int is_new = (flags & O_CREAT) && access(given, F_OK);                                  \
    OURS((is_new || (flags & O_TRUNC)) && placed(given, path), is_new ? 'c' : 't')          \
    REFUSED('c', path)                                                                      \
    int done = real_##name(given, flags, mode);                                             \
    if (mine && done >= 0) note(is_new ? 'c' : 't', path, 0, 0, NULL);                      \
    DONE                                                                                    \
    return done;                                                                            \
  }
OPEN(open)
OPEN(open64)

#define NAMES(name, op, declared, passed)                    \
  int name declared {                                        \
    REAL(int, name, MODES_##name);                           \
    char path[PATH_MAX];                                     \
    OURS(placed(given, path), op)                            \
    REFUSED(op, path)                                        \
    int done = real_##name passed;                           \
    if (mine && !done) note(op, path, 0, 0, NULL);           \
    DONE                                                     \
    return done;                                             \
  }
#define MODES_unlink const char *
#define MODES_mkdir const char *, mode_t
NAMES(unlink, 'd', (const char *given), (given))
NAMES(mkdir, 'm', (const char *given, mode_t mode), (given, mode))

int rename(const char *given, const char *to) {
  REAL(int, rename, const char *, const char *);
  char path[PATH_MAX], target[PATH_MAX];
  OURS(placed(given, path) && placed(to, target), 'r')
  REFUSED('r', path)
  int done = real_rename(given, to);
  if (mine && !done) note('r', path, 0, (uint32_t)strlen(target), target);
  DONE
  return done;
}
