// Halves as OpenCL C has them in memory, in plain C: by powers of two.
#include <math.h>
typedef unsigned short half;

static inline float vload_half(long at, const half* from)
{
    int bits = from[at], exponent = bits >> 10 & 31, fraction = bits & 1023;
    float magnitude = exponent == 31 ? (fraction ? NAN : INFINITY) : exponent ? ldexpf(1024 + fraction, exponent - 25) : ldexpf(fraction, -24);
    return bits & 0x8000 ? -magnitude : magnitude;
}

static inline void vstore_half_rte(float x, long at, half* to)
{
    float magnitude = fabsf(x);
    int exponent, bits = 0x7E00;
    if (magnitude >= 65520) bits = 0x7C00;
    else if (magnitude == magnitude)
    {
        frexpf(magnitude, &exponent);
        if (magnitude == 0 || exponent < -13) exponent = -13;
        bits = (exponent + 13) * 1024 + (int)rintf(ldexpf(magnitude, 11 - exponent));
    }

    to[at] = (half)(bits | (signbit(x) ? 0x8000 : 0));
}
