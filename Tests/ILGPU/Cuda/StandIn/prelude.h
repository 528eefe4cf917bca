// What CUDA C has and C++ has not, so that a printed kernel runs on the processor: work-items are contexts of one thread, run in turn
// from barrier to barrier; shared memory is static, as one group runs at a time.
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include "../../Compiler/half.h"
#define __global__
#define __device__
#define __forceinline__
#define __shared__ static
#define __align__(n) __attribute__((aligned(n)))
#define __launch_bounds__(items, groups)
struct Place { unsigned x, y, z; };
static Place threadIdx, blockIdx, blockDim, gridDim;
static unsigned char dynamic_memory[256 * 1024] __attribute__((aligned(16)));

// Where its alignment is not kept, the processor fails too.
struct __align__(16) float4 { float x, y, z, w; };
static inline float4 make_float4(float x, float y, float z, float w) { return { x, y, z, w }; }
struct __align__(8) float2 { float x, y; };
static inline float2 make_float2(float x, float y) { return { x, y }; }
static inline size_t __cvta_generic_to_shared(const void* pointer) { return (size_t)pointer; }

template <class To, class From> static inline To bits_of(From from) { To to; memcpy(&to, &from, sizeof to); return to; }
static inline unsigned __float_as_uint(float x) { return bits_of<unsigned>(x); }
static inline int __float_as_int(float x) { return bits_of<int>(x); }
static inline float __uint_as_float(unsigned x) { return bits_of<float>(x); }
static inline float __int_as_float(int x) { return bits_of<float>(x); }
static inline long long __double_as_longlong(double x) { return bits_of<long long>(x); }
static inline double __longlong_as_double(long long x) { return bits_of<double>(x); }
static inline float rsqrtf(float x) { return 1.0f / sqrtf(x); }
static inline double rsqrt(double x) { return 1.0 / sqrt(x); }
static inline void __threadfence() {}
static inline void __threadfence_block() {}
static inline void __threadfence_system() {}

// One work-item runs at a time: nothing comes between.
template <class T, class V> static inline T swapped(T* target, V value) { T before = *target; *target = (T)value; return before; }
template <class T, class V> static inline T atomicAdd(T* target, V value) { return swapped(target, *target + (T)value); }
template <class T, class V> static inline T atomicAnd(T* target, V value) { return swapped(target, *target & (T)value); }
template <class T, class V> static inline T atomicOr(T* target, V value) { return swapped(target, *target | (T)value); }
template <class T, class V> static inline T atomicXor(T* target, V value) { return swapped(target, *target ^ (T)value); }
template <class T, class V> static inline T atomicExch(T* target, V value) { return swapped(target, value); }
template <class T, class V> static inline T atomicMin(T* target, V value) { return swapped(target, (T)value < *target ? (T)value : *target); }
template <class T, class V> static inline T atomicMax(T* target, V value) { return swapped(target, (T)value > *target ? (T)value : *target); }
template <class T, class A, class B> static inline T atomicCAS(T* target, A expected, B value)
{ return swapped(target, *target == (T)expected ? (T)value : *target); }

// All work-items go on when the last has come. What waits for its warp alone goes on the next time: the others have come by then.
static ucontext_t scheduler, *current;
static unsigned unfinished, waiting, meetings;
static void __syncwarp() { swapcontext(current, &scheduler); }
static void meet() { if (waiting == unfinished) { waiting = 0; meetings++; } }
static void __syncthreads()
{
    unsigned meeting = meetings;
    waiting++;
    meet();
    while (meeting == meetings) swapcontext(current, &scheduler);
}
#include "instructions.h"
