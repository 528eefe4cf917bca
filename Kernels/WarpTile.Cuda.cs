namespace GpuJazz.Kernels;

/// <content>The same in CUDA C. A lane's registers of A, B and C are what PTX says of mma.m16n8k8 and mma.m16n8k16, whose words lie alike.</content>
public static partial class WarpTile
{
    // Each lane reads its words of all parts once. Where neighbours in A's rows or B's words lie 4 or 8 words apart, give or take 32, no
    // two lanes read one bank at once.
    private const string Fragments = """
        unsigned a[4][4], b[4][2];
        const int row = lane >> 2, word = lane & 3;
        #pragma unroll
        for (int i = 0; i < 16; i++)
            a[i >> 2][i & 3] = left[(16 * (i >> 2) + row + 8 * (i & 1)) * leftRow + (word + 4 * ((i >> 1) & 1)) * leftWord];
        #pragma unroll
        for (int i = 0; i < 8; i++)
            b[i >> 1][i & 1] = right[(word + 4 * (i & 1)) * rightWord + 8 * (i >> 1) + row];
        #pragma unroll
        for (int i = 0; i < 16; i++)
        {
            float* c = sums + 4 * i;
            asm volatile("mma.sync.aligned.
        """;

    private const string Tf32 = "m16n8k8.row.col.f32.tf32.tf32.f32";

    private const string Bf16 = "m16n8k16.row.col.f32.bf16.bf16.f32";

    private const string Closing = """
         {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
                : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                : "r"(a[i >> 2][0]), "r"(a[i >> 2][1]), "r"(a[i >> 2][2]), "r"(a[i >> 2][3]), "r"(b[i & 3][0]), "r"(b[i & 3][1]));
        }
        """;
}
