// What the stand-in's functions share: its settings and counts, the lock and the checks of each call, and the memory of the "device".
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#define EXPORT __attribute__((visibility("default")))
enum { SUCCESS, INVALID_VALUE, OUT_OF_MEMORY, NO_DEVICE = 100, INVALID_DEVICE, INVALID_IMAGE = 200, INVALID_CONTEXT, INVALID_HANDLE = 400,
       NOT_FOUND = 500, NOT_READY = 600, ILLEGAL_ADDRESS = 700, TOO_LARGE = 720, CAPTURE_UNSUPPORTED = 900, CAPTURE_UNJOINED = 904 };

typedef struct { int magic; } Handle;
enum { STREAM = 0x53545245, EVENT = 0x4556454E, MODULE = 0x4D4F4455, FUNCTION = 0x46554E43, GRAPH = 0x47524150, EXECUTABLE = 0x45584543 };

// The settings and the counts of a test, by name.
static struct { const char* name; long value; } numbers[] = {
    { "version", 12080 }, { "devices", 1 }, { "initialize", 0 }, { "memory", 1L << 30 }, { "fail launch", 0 }, { "cooperative groups", 264 },
    { "buffers", 0 }, { "streams", 0 }, { "events", 0 }, { "modules", 0 }, { "graphs", 0 }, { "launches", 0 }, { "cooperative launches", 0 },
    { "graph launches", 0 }, { "forks", 0 }, { "overruns", 0 }, { "dynamic bytes", 0 }, { "calls without context", 0 } };
static long* number(const char* name)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) if (strcmp(numbers[i].name, name) == 0) return &numbers[i].value;
    abort();
}
EXPORT long stand_in_get(const char* name) { return *number(name); }
EXPORT void stand_in_set(const char* name, long value) { *number(name) = value; }

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static __thread int is_current;
static int context, lost;
#define ENTER(condition, error) \
    pthread_mutex_lock(&mutex); \
    int status = SUCCESS; \
    if (!is_current) { status = INVALID_CONTEXT; ++*number("calls without context"); goto leave; } \
    if (lost) { status = lost; goto leave; } \
    if (!(condition)) { status = error; goto leave; }
#define LEAVE leave: pthread_mutex_unlock(&mutex); return status;
#define IS(handle, kind) ((handle) && ((Handle*)(handle))->magic == (kind))

// Memory: address of the device, host memory behind it, and a margin that nobody may write to.
enum { MARGIN = 64, MARK = 0xC5 };
typedef struct Buffer { struct Buffer* next; char* address; size_t size; unsigned char* host; } Buffer;
static Buffer* buffers;
static char* next_address = (char*)0x7F0000000000000;
static size_t used;

static Buffer* buffer_of(char* address, size_t size)
{
    for (Buffer* each = buffers; each; each = each->next)
        if (address >= each->address && address + size <= each->address + each->size) return each;
    return 0;
}
static void* host_of(void* address, size_t size)
{
    Buffer* buffer = buffer_of(address, size);
    return buffer ? buffer->host + ((char*)address - buffer->address) : 0;
}
static void* translate(void* address)
{
    // A view of nothing may point anywhere; what is written there is noticed nowhere else.
    static char nowhere[4096];
    void* host = address ? host_of(address, 0) : nowhere;
    if (!host) lost = ILLEGAL_ADDRESS;
    return host ? host : nowhere;
}
