// What printed OpenCL C needs to run as plain C: a work-item is a coroutine, and the work-items of a group take turns.
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include "half.h"

#define __kernel
#define __global
#define __private
#define __local
#define CLK_LOCAL_MEM_FENCE 1
#define CLK_GLOBAL_MEM_FENCE 2
#define MOST_ITEMS 128
#define STACK_BYTES 32768

typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;

static long item, group, groups, size_x, size_y;
static ucontext_t scheduler, items[MOST_ITEMS];
static char* stacks;
static bool ended[MOST_ITEMS];
static void (*current)(void);

static long get_local_id(int d) { return d == 0 ? item % size_x : d == 1 ? item / size_x : 0; }
static long get_local_size(int d) { return d == 0 ? size_x : d == 1 ? size_y : 1; }
static long get_group_id(int d) { return d == 0 ? group : 0; }
static long get_num_groups(int d) { return d == 0 ? groups : 1; }
static long get_global_id(int d) { return get_group_id(d) * get_local_size(d) + get_local_id(d); }
static void barrier(int fences) { swapcontext(&items[item], &scheduler); }
static void mem_fence(int fences) { }

static float as_float(uint x) { float y; memcpy(&y, &x, 4); return y; }
static double as_double(ulong x) { double y; memcpy(&y, &x, 8); return y; }
static int as_int(float x) { int y; memcpy(&y, &x, 4); return y; }
static uint as_uint(float x) { return (uint)as_int(x); }
static long as_long(double x) { long y; memcpy(&y, &x, 8); return y; }
static ulong as_ulong(double x) { return (ulong)as_long(x); }

#define sqrt(x) _Generic((x), float: sqrtf, double: sqrt)(x)
#define floor(x) _Generic((x), float: floorf, double: floor)(x)
#define ceil(x) _Generic((x), float: ceilf, double: ceil)(x)
#define trunc(x) _Generic((x), float: truncf, double: trunc)(x)
#define rint(x) _Generic((x), float: rintf, double: rint)(x)
#define fabs(x) _Generic((x), float: fabsf, double: fabs)(x)
#define fmod(x, y) _Generic((x), float: fmodf, double: fmod)(x, y)
#define fma(x, y, z) _Generic((x), float: fmaf, double: fma)(x, y, z)
#define copysign(x, y) _Generic((x), float: copysignf, double: copysign)(x, y)

// One work-item runs at a time.
#define ATOMIC(name, result) static int atomic_##name(volatile int* p, int v) { int before = *p; *p = (result); return before; }
ATOMIC(add, (int)((uint)before + (uint)v))
ATOMIC(min, before < v ? before : v)
ATOMIC(max, before > v ? before : v)
ATOMIC(or, before | v)
ATOMIC(and, before & v)
ATOMIC(xor, before ^ v)
ATOMIC(xchg, v)

// What the sanitizer calls where C has no defined result: the last of these, by name.
static const char* undefined;
#define HANDLER(name) void __ubsan_handle_##name##_minimal(void) { undefined = #name; }
HANDLER(add_overflow) HANDLER(sub_overflow) HANDLER(mul_overflow) HANDLER(negate_overflow) HANDLER(divrem_overflow)
HANDLER(shift_out_of_bounds) HANDLER(out_of_bounds) HANDLER(builtin_unreachable) HANDLER(missing_return) HANDLER(vla_bound_not_positive)
HANDLER(load_invalid_value) HANDLER(type_mismatch) HANDLER(pointer_overflow) HANDLER(float_cast_overflow) HANDLER(nonnull_arg)
HANDLER(invalid_builtin) HANDLER(nullability_arg) HANDLER(function_type_mismatch) HANDLER(implicit_conversion)

static void begin(void)
{
    current();
    ended[item] = true;
    swapcontext(&items[item], &scheduler);
}

// Runs all groups of a kernel; gives what was undefined, or null. Where some wait and some have ended, that is it.
static const char* launch(void (*kernel)(void), long count, long x, long y)
{
    if (!stacks) stacks = malloc((size_t)MOST_ITEMS * STACK_BYTES);
    current = kernel;
    undefined = 0;
    groups = count;
    size_x = x;
    size_y = y;
    for (group = 0; group < groups; group++)
    {
        long all = x * y;
        for (item = 0; item < all; item++)
        {
            ended[item] = false;
            getcontext(&items[item]);
            items[item].uc_stack.ss_sp = stacks + item * STACK_BYTES;
            items[item].uc_stack.ss_size = STACK_BYTES;
            items[item].uc_link = 0;
            makecontext(&items[item], begin, 0);
        }

        for (long open = all; open > 0;)
        {
            for (item = 0; item < all; item++) swapcontext(&scheduler, &items[item]);
            open = 0;
            for (long i = 0; i < all; i++) open += !ended[i];
            if (open > 0 && open < all) return "barrier that not all work-items reach";
        }
    }

    return undefined;
}

static int *a, *r;
static float *x, *y, s;
static long *b, *w;
static double *d, *z;
static int n, extent;
static const long read_length = 1024, written_length = 520;

