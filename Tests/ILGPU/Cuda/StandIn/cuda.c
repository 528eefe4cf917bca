// A stand-in for NVIDIA's driver. Memory of the "device" has addresses that no process has; what is asked for on a stream is done when
// something waits for it, and not before; handles are checked, and what is still there can be counted.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>
#include "device.h"

typedef struct Function { int magic; struct Module* module; int allowed; } Function;
typedef struct Module { int magic; void* library; void (*run)(void**, void* (*)(void*), const unsigned*, const unsigned*); const unsigned long* sizes; Function function; } Module;
typedef struct Operation
{
    struct Operation* next;
    enum { LAUNCH, COPY, FILL, RECORD, REPLAY } kind;
    Function* function; void** arguments; unsigned grid[3], group[3];
    void *to, *from; size_t size; int value; struct Event* event; struct Graph* graph;
} Operation;
typedef struct Graph { int magic; Operation *first, *last; } Graph;
typedef struct Stream { int magic; struct Stream* next; Graph queue; int captures, is_side, is_apart; Graph* captured; } Stream;
typedef struct Event { int magic; Stream* stream; double time; } Event;
static Stream* streams;
static double clock_milliseconds;

static Operation* add(Stream* stream, int kind)
{
    Operation* operation = calloc(1, sizeof *operation);
    operation->kind = kind;
    Graph* queue = stream->captures ? stream->captured : &stream->queue;
    if (queue->last) queue->last->next = operation; else queue->first = operation;
    queue->last = operation;
    return operation;
}
static void execute(Operation* operation)
{
    clock_milliseconds += 1;
    switch (operation->kind)
    {
        case LAUNCH:
            operation->function->module->run(operation->arguments, translate, operation->grid, operation->group);
            if (*number("fail launch")) lost = (int)*number("fail launch");
            break;
        case COPY:
        {
            void *to = host_of(operation->to, operation->size), *from = host_of(operation->from, operation->size);
            memmove(to ? to : operation->to, from ? from : operation->from, operation->size);
            break;
        }
        case FILL: memset(host_of(operation->to, operation->size), operation->value, operation->size); break;
        case RECORD: operation->event->time = clock_milliseconds; break;
        case REPLAY:
            for (Operation* each = operation->graph->first; each; each = each->next) execute(each);
            break;
    }
}
static void forget(Graph* graph)
{
    for (Operation *each = graph->first, *next; each; each = next)
    {
        next = each->next;
        if (each->arguments) for (void** argument = each->arguments; *argument; argument++) free(*argument);
        free(each->arguments);
        free(each);
    }
    graph->first = graph->last = 0;
}
static int drain(Stream* stream)
{
    for (Operation* each = stream->queue.first; each && !lost; each = each->next) execute(each);
    forget(&stream->queue);
    return lost;
}
static void drain_all(void) { for (Stream* each = streams; each; each = each->next) drain(each); }

EXPORT int cuInit(unsigned flags) { return flags == 0 ? (int)*number("initialize") : INVALID_VALUE; }
EXPORT int cuDriverGetVersion(int* version) { *version = (int)*number("version"); return SUCCESS; }
EXPORT int cuDeviceGetCount(int* count) { *count = (int)*number("devices"); return SUCCESS; }
EXPORT int cuDeviceGet(int* device, int ordinal) { *device = ordinal + 40; return ordinal < *number("devices") ? SUCCESS : INVALID_DEVICE; }
EXPORT int cuDeviceGetName(char* name, int size, int device) { snprintf(name, (size_t)size, "Stand-in %d", device - 40); return SUCCESS; }
EXPORT int cuDeviceTotalMem_v2(size_t* size, int device) { *size = (size_t)*number("memory"); return device >= 40 ? SUCCESS : INVALID_DEVICE; }
EXPORT int cuDeviceGetAttribute(int* value, int what, int device)
{
    static const int values[128] = { [1] = 1024, [2] = 1024, [3] = 1024, [4] = 64, [5] = 0x7FFFFFFF, [6] = 65535, [7] = 65535, [8] = 48 << 10,
        [9] = 64 << 10, [10] = 32, [13] = 1980000, [16] = 132, [36] = 3201000, [37] = 6144, [38] = 60 << 20, [39] = 2048, [75] = 9, [76] = 0,
        [81] = 228 << 10, [95] = 1, [97] = 227 << 10 };
    if (device < 40) return INVALID_DEVICE;
    *value = what < 128 ? values[what] : 0;
    return SUCCESS;
}
EXPORT int cuDevicePrimaryCtxRetain(void** result, int device) { *result = &context; return device >= 40 ? SUCCESS : INVALID_DEVICE; }
EXPORT int cuCtxSetCurrent(void* given) { is_current = given == &context; return is_current ? SUCCESS : INVALID_CONTEXT; }

EXPORT int cuMemGetInfo_v2(size_t* left, size_t* total)
{ ENTER(1, 0); *total = (size_t)*number("memory"); *left = *total - used; LEAVE }
EXPORT int cuMemAlloc_v2(char** address, size_t size)
{
    ENTER(size > 0, INVALID_VALUE);
    if (used + size > (size_t)*number("memory")) { status = OUT_OF_MEMORY; goto leave; }
    Buffer* buffer = malloc(sizeof *buffer);
    *buffer = (Buffer){ buffers, next_address, size, malloc(size + MARGIN) };
    memset(buffer->host, 0xA7, size);
    memset(buffer->host + size, MARK, MARGIN);
    next_address += (size + 0x1FF) & ~(size_t)0x1FF;
    used += size;
    buffers = buffer;
    *address = buffer->address;
    ++*number("buffers");
    LEAVE
}
EXPORT int cuMemFree_v2(char* address)
{
    ENTER(1, 0);
    drain_all();
    for (Buffer** each = &buffers; *each; each = &(*each)->next)
    {
        Buffer* buffer = *each;
        if (buffer->address != address) continue;
        for (int i = 0; i < MARGIN; i++) if (buffer->host[buffer->size + i] != MARK) { ++*number("overruns"); break; }
        *each = buffer->next;
        used -= buffer->size;
        free(buffer->host);
        free(buffer);
        --*number("buffers");
        goto leave;
    }
    status = INVALID_VALUE;
    LEAVE
}
static int copy(void* to, void* from, size_t size, Stream* stream, int is_to_device, int is_from_device)
{
    ENTER(IS(stream, STREAM), INVALID_HANDLE);
    if ((host_of(to, size) != 0) != is_to_device || (host_of(from, size) != 0) != is_from_device) { status = INVALID_VALUE; goto leave; }
    if (stream->captures && !(is_to_device && is_from_device)) { status = CAPTURE_UNSUPPORTED; goto leave; }
    Operation* operation = add(stream, COPY);
    operation->to = to; operation->from = from; operation->size = size;
    LEAVE
}
EXPORT int cuMemcpyHtoDAsync_v2(void* to, void* from, size_t size, Stream* stream) { return copy(to, from, size, stream, 1, 0); }
EXPORT int cuMemcpyDtoHAsync_v2(void* to, void* from, size_t size, Stream* stream) { return copy(to, from, size, stream, 0, 1); }
EXPORT int cuMemcpyDtoDAsync_v2(void* to, void* from, size_t size, Stream* stream) { return copy(to, from, size, stream, 1, 1); }
EXPORT int cuMemsetD8Async(void* to, unsigned char value, size_t size, Stream* stream)
{
    ENTER(IS(stream, STREAM) && host_of(to, size), INVALID_VALUE);
    Operation* operation = add(stream, FILL);
    operation->to = to; operation->value = value; operation->size = size;
    LEAVE
}

EXPORT int cuStreamCreate(Stream** stream, unsigned flags)
{
    ENTER(flags <= 1, INVALID_VALUE);
    *stream = calloc(1, sizeof **stream);
    (*stream)->magic = STREAM;
    (*stream)->next = streams;
    streams = *stream;
    ++*number("streams");
    LEAVE
}
EXPORT int cuStreamDestroy_v2(Stream* stream)
{
    ENTER(IS(stream, STREAM), INVALID_HANDLE);
    drain(stream);
    for (Stream** each = &streams; *each; each = &(*each)->next) if (*each == stream) { *each = stream->next; break; }
    stream->magic = 0;
    free(stream);
    --*number("streams");
    LEAVE
}
EXPORT int cuStreamSynchronize(Stream* stream)
{
    ENTER(IS(stream, STREAM), INVALID_HANDLE);
    status = stream->captures ? CAPTURE_UNSUPPORTED : drain(stream);
    LEAVE
}

EXPORT int cuEventCreate(Event** event, unsigned flags)
{ ENTER(flags == 0, INVALID_VALUE); *event = calloc(1, sizeof **event); (*event)->magic = EVENT; ++*number("events"); LEAVE }
EXPORT int cuEventDestroy_v2(Event* event)
{ ENTER(IS(event, EVENT), INVALID_HANDLE); drain_all(); event->magic = 0; free(event); --*number("events"); LEAVE }
EXPORT int cuEventRecord(Event* event, Stream* stream)
{
    ENTER(IS(event, EVENT) && IS(stream, STREAM), INVALID_HANDLE);
    if (!stream->captures) add(stream, RECORD)->event = event;
    event->stream = stream;
    LEAVE
}
// While a stream is captured, one that waits for it is captured too, into the same graph; the first must wait for it before the capture ends.
EXPORT int cuStreamWaitEvent(Stream* stream, Event* event, unsigned flags)
{
    ENTER(IS(stream, STREAM) && IS(event, EVENT) && IS(event->stream, STREAM) && event->stream->captures && flags == 0, INVALID_VALUE);
    if (!stream->captures)
    {
        stream->captures = 1;
        stream->captured = event->stream->captured;
        stream->is_side = 1;
        ++*number("forks");
    }
    else event->stream->is_apart = 0;
    if (stream->is_side) stream->is_apart = 1;
    LEAVE
}
EXPORT int cuEventSynchronize(Event* event)
{ ENTER(IS(event, EVENT) && IS(event->stream, STREAM), INVALID_HANDLE); status = drain(event->stream); LEAVE }
EXPORT int cuEventElapsedTime(float* milliseconds, Event* start, Event* end)
{
    ENTER(IS(start, EVENT) && IS(end, EVENT), INVALID_HANDLE);
    if (start->time == 0 || end->time == 0) { status = NOT_READY; goto leave; }
    *milliseconds = (float)(end->time - start->time);
    LEAVE
}

EXPORT int cuModuleLoadData(Module** module, const unsigned char* image)
{
    ENTER(memcmp(image, "STAND-IN", 8) == 0, INVALID_IMAGE);
    size_t size;
    memcpy(&size, image + 8, 8);
    char path[] = "/tmp/gpujazz-kernel-XXXXXX";
    int file = mkstemp(path);
    if (file < 0 || write(file, image + 16, size) != (ssize_t)size) { status = INVALID_IMAGE; goto leave; }
    close(file);
    Module* made = calloc(1, sizeof *made);
    made->magic = MODULE;
    made->library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    unlink(path);
    if (!made->library) { free(made); status = INVALID_IMAGE; goto leave; }
    made->run = dlsym(made->library, "stand_in_run");
    const unsigned long* (*sizes)(void) = dlsym(made->library, "stand_in_sizes");
    made->sizes = sizes();
    made->function = (Function){ FUNCTION, made, 48 << 10 };
    *module = made;
    ++*number("modules");
    LEAVE
}
EXPORT int cuModuleUnload(Module* module)
{ ENTER(IS(module, MODULE), INVALID_HANDLE); drain_all(); dlclose(module->library); module->magic = 0; free(module); --*number("modules"); LEAVE }
EXPORT int cuModuleGetFunction(Function** function, Module* module, const char* name)
{ ENTER(IS(module, MODULE) && name[0], INVALID_HANDLE); *function = &module->function; LEAVE }
EXPORT int cuFuncGetAttribute(int* value, int what, Function* function)
{ ENTER(IS(function, FUNCTION), INVALID_HANDLE); *value = what == 0 ? 1024 : 0; LEAVE }
EXPORT int cuFuncSetAttribute(Function* function, int what, int value)
{ ENTER(IS(function, FUNCTION) && what == 8 && value <= 227 << 10, INVALID_VALUE); function->allowed = value; LEAVE }

static int launch(Function* function, const unsigned* grid, const unsigned* group, unsigned shared, Stream* stream, void** arguments)
{
    ENTER(IS(function, FUNCTION) && IS(stream, STREAM), INVALID_HANDLE);
    unsigned count = group[0] * group[1] * group[2];
    if (!grid[0] || !grid[1] || !grid[2] || grid[1] > 65535 || grid[2] > 65535 || count == 0 || count > 1024 || shared > (unsigned)function->allowed)
    { status = INVALID_VALUE; goto leave; }
    Operation* operation = add(stream, LAUNCH);
    operation->function = function;
    memcpy(operation->grid, grid, sizeof operation->grid);
    memcpy(operation->group, group, sizeof operation->group);
    *number("dynamic bytes") = shared;
    ++*number("launches");

    // The caller's arguments are copied now, each as large as the kernel has it.
    int arity = 0;
    while (function->module->sizes[arity]) arity++;
    operation->arguments = calloc((size_t)arity + 1, sizeof(void*));
    for (int i = 0; i < arity; i++)
    {
        operation->arguments[i] = malloc(function->module->sizes[i]);
        memcpy(operation->arguments[i], arguments[i], function->module->sizes[i]);
    }
    LEAVE
}
EXPORT int cuLaunchKernel(
    Function* function, unsigned gx, unsigned gy, unsigned gz, unsigned x, unsigned y, unsigned z, unsigned shared, Stream* stream,
    void** arguments, void** extra)
{ return extra ? INVALID_VALUE : launch(function, (unsigned[]){ gx, gy, gz }, (unsigned[]){ x, y, z }, shared, stream, arguments); }
EXPORT int cuLaunchCooperativeKernel(
    Function* function, unsigned gx, unsigned gy, unsigned gz, unsigned x, unsigned y, unsigned z, unsigned shared, Stream* stream,
    void** arguments)
{
    if ((long)gx * gy * gz > *number("cooperative groups")) return TOO_LARGE;
    ++*number("cooperative launches");
    return launch(function, (unsigned[]){ gx, gy, gz }, (unsigned[]){ x, y, z }, shared, stream, arguments);
}

EXPORT int cuStreamBeginCapture_v2(Stream* stream, unsigned mode)
{
    ENTER(IS(stream, STREAM) && !stream->captures && mode <= 2, INVALID_VALUE);
    stream->captures = 1;
    stream->captured = calloc(1, sizeof(Graph));
    stream->captured->magic = GRAPH;
    ++*number("graphs");
    LEAVE
}
EXPORT int cuStreamEndCapture(Stream* stream, Graph** graph)
{
    ENTER(IS(stream, STREAM) && stream->captures && !stream->is_side, INVALID_VALUE);
    *graph = stream->captured;
    for (Stream* each = streams; each; each = each->next)
    {
        if (each->captured != *graph) continue;
        if (each->is_apart) status = CAPTURE_UNJOINED;
        each->captures = each->is_side = each->is_apart = 0;
        each->captured = 0;
    }
    LEAVE
}
EXPORT int cuGraphInstantiateWithFlags(Graph** executable, Graph* graph, unsigned long long flags)
{
    ENTER(IS(graph, GRAPH) && flags == 0, INVALID_VALUE);
    *executable = calloc(1, sizeof **executable);
    **executable = (Graph){ EXECUTABLE, graph->first, graph->last };
    graph->first = graph->last = 0;
    ++*number("graphs");
    LEAVE
}
EXPORT int cuGraphLaunch(Graph* executable, Stream* stream)
{
    ENTER(IS(executable, EXECUTABLE) && IS(stream, STREAM), INVALID_HANDLE);
    add(stream, REPLAY)->graph = executable;
    ++*number("graph launches");
    LEAVE
}
static int destroy(Graph* graph, int kind)
{ ENTER(IS(graph, kind), INVALID_HANDLE); drain_all(); forget(graph); graph->magic = 0; free(graph); --*number("graphs"); LEAVE }
EXPORT int cuGraphExecDestroy(Graph* executable) { return destroy(executable, EXECUTABLE); }
EXPORT int cuGraphDestroy(Graph* graph) { return destroy(graph, GRAPH); }
