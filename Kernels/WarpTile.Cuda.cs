namespace GpuJazz.Kernels;

/// <content>
/// The same in CUDA C. A lane's registers of A, B and C are what PTX says of mma.m16n8k8 and mma.m16n8k16. Which k a register of A and B
/// has is free as long as both agree: of 16 k a word of bfloat16 has n and n + 4, so that both precisions read the same places.
/// </content>
public static partial class WarpTile
{
    // The macro LEFT is A's element for row 16·i + 8·low + the lane's, k 8·step + 4·high + the lane's. What is left of the exchanged runs of
    // TensorPanel is one xor, of which there are four outcomes a lane.
    private const string LeftByRows = """
        const int own = lane >> 2, k = lane & 3, runs = (own >> 1) & 3;
        const float* a0 = left + (row + own) * 16 + k;
        #define LEFT(i, low, step, high) a0[(16 * (i) + 8 * (low)) * 16 + 4 * ((2 * (step) + (high)) ^ runs)]

        """;

    private const string LeftByK = """
        const int own = lane >> 2, k = lane & 3;
        const float* a0 = left + k * 128 + row + own;
        #define LEFT(i, low, step, high) a0[(8 * (step) + 4 * (high)) * 128 + 8 * ((2 * (i) + (low)) ^ k)]

        """;

    private const string Right = """
        const float* b0 = right + k * 128 + column + own;
        #define RIGHT(j, step, high) b0[(8 * (step) + 4 * (high)) * 128 + 8 * ((j) ^ k)]
        unsigned a[4][4], b[8][2];

        """;

    // Tensor cores leave out the lower 13 bits of a factor; half of the last that counts is added first, which is what cvt.rna.tf32.f32 does to
    // finite numbers in two instructions.
    private const string Tf32 = Right + """
        #pragma unroll
        for (int step = 0; step < 2; step++)
        {
            #pragma unroll
            for (int n = 0; n < 16; n++) a[n >> 2][n & 3] = __float_as_uint(LEFT(n >> 2, n & 1, step, (n >> 1) & 1)) + 0x1000u;
            #pragma unroll
            for (int n = 0; n < 16; n++) b[n >> 1][n & 1] = __float_as_uint(RIGHT(n >> 1, step, n & 1)) + 0x1000u;
            #pragma unroll
            for (int n = 0; n < 32; n++)
            {
                float* c = sums + 4 * n;
                asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32
        """ + Registers + "}" + Closing;

    private const string Bf16 = Right + """
        #pragma unroll
        for (int n = 0; n < 16; n++)
            asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(a[n >> 2][n & 3])
                : "f"(LEFT(n >> 2, n & 1, (n >> 1) & 1, 1)), "f"(LEFT(n >> 2, n & 1, (n >> 1) & 1, 0)));
        #pragma unroll
        for (int n = 0; n < 16; n++)
            asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(b[n >> 1][n & 1]) : "f"(RIGHT(n >> 1, n & 1, 1)), "f"(RIGHT(n >> 1, n & 1, 0)));
        #pragma unroll
        for (int n = 0; n < 32; n++)
        {
            float* c = sums + 4 * n;
            asm volatile("mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32
        """ + Registers + Closing;

    private const string Registers = """
         {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
                : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                : "r"(a[n >> 3][0]), "r"(a[n >> 3][1]), "r"(a[n >> 3][2]), "r"(a[n >> 3][3]), "r"(b[n & 7][0]), "r"(b[n & 7][1]));
        }

        """;

    private const string Closing = """

        #undef LEFT
        #undef RIGHT
        """;
}
