// Exchanges among a warp: a work-item leaves its value and takes another's when all have come; the next exchange's stand beside it.
static const int warpSize = 32;
static inline unsigned work_item_index() { return (threadIdx.z * blockDim.y + threadIdx.y) * blockDim.x + threadIdx.x; }
template <class T> static inline T exchanged(T value, unsigned (*source)(unsigned, unsigned), unsigned which)
{
    static T values[2][1024];
    static unsigned char exchanges[1024];
    unsigned item = work_item_index(), lane = item % warpSize;
    T* warp = values[exchanges[item]++ % 2] + item - lane;
    warp[lane] = value;
    __syncwarp();
    return warp[source(lane, which)];
}
template <class T> static inline T __shfl_sync(unsigned, T value, int which)
{ return exchanged<T>(value, [](unsigned, unsigned from) { return from % warpSize; }, which); }
template <class T> static inline T __shfl_xor_sync(unsigned, T value, int which)
{ return exchanged<T>(value, [](unsigned lane, unsigned bits) { return lane ^ bits; }, which); }
template <class T> static inline T __shfl_down_sync(unsigned, T value, unsigned which)
{ return exchanged<T>(value, [](unsigned lane, unsigned far) { return lane + far < warpSize ? lane + far : lane; }, which); }
template <class T> static inline T __shfl_up_sync(unsigned, T value, unsigned which)
{ return exchanged<T>(value, [](unsigned lane, unsigned far) { return lane >= far ? lane - far : lane; }, which); }

// What all of a warp find out together, of work-items that are there; one after the other leaves its value as above.
#define __CUDA_ARCH__ 900
template <class Fold> static inline unsigned folded(unsigned value, Fold fold)
{
    static unsigned values[2][1024];
    static unsigned char exchanges[1024];
    unsigned item = work_item_index(), lane = item % warpSize, rest = blockDim.x * blockDim.y * blockDim.z - (item - lane);
    unsigned* warp = values[exchanges[item]++ % 2] + item - lane;
    warp[lane] = value;
    __syncwarp();
    unsigned result = warp[0];
    for (unsigned i = 1; i < (rest < warpSize ? rest : warpSize); i++) result = fold(result, warp[i]);
    return result;
}
static inline unsigned __reduce_max_sync(unsigned, unsigned value)
{ return folded(value, [](unsigned a, unsigned b) { return a > b ? a : b; }); }
static inline unsigned __reduce_min_sync(unsigned, unsigned value)
{ return folded(value, [](unsigned a, unsigned b) { return a < b ? a : b; }); }
static inline unsigned __ballot_sync(unsigned, int predicate)
{ return folded((unsigned)(predicate != 0) << work_item_index() % warpSize, [](unsigned a, unsigned b) { return a | b; }); }
static inline int __ffs(int bits) { return __builtin_ffs(bits); }
static inline int __clz(int bits) { return bits == 0 ? 32 : __builtin_clz((unsigned)bits); }

// The instructions of PTX that printed kernels have, as functions of the operands; each has the instruction's name.
static inline void cvt_f32_f16(float& to, unsigned short from) { to = vload_half(0, &from); }
static inline void cvt_rn_f16_f32(unsigned short& to, float from) { vstore_half_rte(from, 0, &to); }
static inline void rcp_approx_ftz_f32(float& to, float from) { to = 1.0f / from; }

// By arithmetic with powers of two, where kernels look at bits.
static inline float rounded(float x, int digits, double (*nearest)(double))
{
    int exponent;
    frexpf(x, &exponent);
    return isfinite(x) && x != 0 ? (float)ldexp(nearest(ldexp(x, digits - exponent)), exponent - digits) : x;
}
static inline void cvt_rna_tf32_f32(unsigned& to, float from) { to = __float_as_uint(rounded(from, 11, round)); }
static inline void cvt_rn_bf16x2_f32(unsigned& to, float upper, float lower)
{ to = __float_as_uint(rounded(upper, 8, rint)) | __float_as_uint(rounded(lower, 8, rint)) >> 16; }

static inline unsigned this_item() { return (threadIdx.z * blockDim.y + threadIdx.y) * blockDim.x + threadIdx.x; }

// A copy is made when its work-item waits for its bundle, and not before: who forgets to wait finds what was there.
struct Copy { size_t to; const void* from; int size, bytes; unsigned bundle; };
static Copy copies[1024][128];
static unsigned copy_counts[1024], bundles[1024];
static inline void copy_later(size_t to, const void* from, int size, int bytes)
{
    unsigned item = this_item();
    if (to % size || (bytes > 0 && (size_t)from % size) || bytes < 0 || bytes > size || copy_counts[item] == 128) abort();
    copies[item][copy_counts[item]++] = { to, from, size, bytes, bundles[item] };
}
static inline void cp_async_ca_shared_global(size_t to, const void* from, int bytes = 4) { copy_later(to, from, 4, bytes); }
static inline void cp_async_cg_shared_global_L2__128B(size_t to, const void* from, int bytes = 16) { copy_later(to, from, 16, bytes); }
static inline void cp_async_commit_group() { bundles[this_item()]++; }
static inline void cp_async_wait_group(unsigned others)
{
    unsigned item = this_item(), left = 0;
    for (unsigned i = 0; i < copy_counts[item]; i++)
    {
        Copy copy = copies[item][i];
        if (copy.bundle + others >= bundles[item]) { copies[item][left++] = copy; continue; }
        memset((char*)copy.to, 0, copy.size);
        memcpy((char*)copy.to, copy.from, copy.bytes);
    }

    copy_counts[item] = left;
}

// What the lanes of a warp have of A (16 rows) and B (8 columns), until all have come; the next one's stand beside it.
struct Fragment { unsigned a[4], b[2]; };
static Fragment fragments[2][1024];
static unsigned char turns[1024];

// As the PTX ISA lays fragments out: a word of k is in lane k % 4 of four, its upper half in the second register, rows from 8 on in the odd ones.
template <int PerWord> static inline void multiply(
    float& c0, float& c1, float& c2, float& c3, unsigned a0, unsigned a1, unsigned a2, unsigned a3, unsigned b0, unsigned b1)
{
    unsigned item = work_item_index(), lane = item % warpSize;
    Fragment* warp = fragments[turns[item]++ % 2] + item - lane;
    warp[lane] = { { a0, a1, a2, a3 }, { b0, b1 } };
    __syncwarp();
    float* sums[] = { &c0, &c1, &c2, &c3 };
    for (int i = 0; i < 4; i++)
    {
        double sum = *sums[i];
        int row = lane / 4 + i / 2 * 8, column = lane % 4 * 2 + i % 2;
        for (int k = 0; k < 8 * PerWord; k++)
        {
            int word = k / PerWord, shift = PerWord == 2 && k % 2 == 0 ? 16 : 0;
            unsigned kept = PerWord == 2 ? 0xFFFF0000 : 0xFFFFE000;
            unsigned a = warp[row % 8 * 4 + word % 4].a[row / 8 + word / 4 * 2], b = warp[column * 4 + word % 4].b[word / 4];
            sum += (double)__uint_as_float(a << shift & kept) * __uint_as_float(b << shift & kept);
        }

        *sums[i] = (float)sum;
    }
}
#define mma_sync_aligned_m16n8k8_row_col_f32_tf32_tf32_f32 multiply<1>
#define mma_sync_aligned_m16n8k16_row_col_f32_bf16_bf16_f32 multiply<2>
