using System.Buffers.Binary;
using System.Text;
using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class SafetensorsFileTests
{
    private static readonly SafetensorsFile Example = new(
        new Dictionary<string, string> { ["zebra"] = "[\"C,0.250\",\"é\\\n\"]", ["alpha"] = "" },
        [
            new("second", [2, 3], new[] { 1, -0f, float.NaN, float.PositiveInfinity, float.Epsilon, float.MinValue }),
            new("first", [1], new[] { 4f }),
            new("none", [0, 7], Array.Empty<float>()),
        ]);

    [Fact]
    public void What_was_written_is_read_bit_for_bit()
    {
        AssertSame(Example, Read(Bytes(Example)));
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        var file = new SafetensorsFile(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }, [new("w", [1, 2], new[] { 1f, -2f })]);

        const string header = """{"__metadata__":{"a":"1","b":"2"},"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""";
        var padded = Encoding.UTF8.GetBytes(header.PadRight((header.Length + 7) / 8 * 8));
        byte[] expected = [(byte)padded.Length, 0, 0, 0, 0, 0, 0, 0, .. padded, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0];
        Assert.Equal(expected, Bytes(file));
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        var bytes = Bytes(Example);

        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => Read(bytes[..length]));
        Assert.Throws<InvalidDataException>(() => Read([.. bytes, 0]));
    }

    /// <summary>A flipped bit in the data or in a text of the metadata may pass here; nothing may fail in another way.</summary>
    [Fact]
    public void Every_flipped_bit_is_refused_or_read()
    {
        var bytes = Bytes(Example);
        var refused = 0;
        for (var bit = 0; bit < 8 * bytes.Length; bit++)
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            if (Record.Exception(() => Read(flipped)) is not { } error) continue;
            Assert.IsType<InvalidDataException>(error);
            refused++;
        }

        Assert.InRange(refused, bytes.Length, (8 * bytes.Length) - (8 * 28));
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(1ul << 20)]
    [InlineData(1ul << 62)]
    [InlineData(1ul << 63)]
    [InlineData(ulong.MaxValue)]
    public void A_header_length_beyond_the_file_is_refused_without_taking_memory(ulong length)
    {
        var bytes = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Read(bytes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("hello")]
    [InlineData("{}}")]
    [InlineData("{\"__metadata__\":{\"a\":1}}")]
    [InlineData("{\"__metadata__\":{\"a\":null}}")]
    [InlineData("{\"__metadata__\":[]}")]
    [InlineData("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}")]
    [InlineData("{\"__metadata__\":{\"a\":\"\\ud800\"}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"more\":1}}")]
    [InlineData("{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[-1,-2],\"data_offsets\":[0,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,2147483647,2147483647],\"data_offsets\":[0,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[536870911],\"data_offsets\":[0,2147483644]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,4]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[9223372036854775804,-9223372036854775808]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"u\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8,8]}}")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}")]
    [InlineData("{\"w\":{\"dtype\":1,\"shape\":[2],\"data_offsets\":[0,8]}}")]
    [InlineData("{\"w\":7}")]
    public void A_header_that_says_something_wrong_is_refused(string header)
    {
        Assert.Throws<InvalidDataException>(() => Read(WithEightBytesOfData(header)));
    }

    [Fact]
    public void A_file_of_other_writers_may_have_no_metadata_and_any_order_of_entries()
    {
        var file = Read(WithEightBytesOfData(
            """  {"w":{"shape":[1],"data_offsets":[4,8],"dtype":"F32"},"u":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""".Trim()));

        Assert.Empty(file.Metadata);
        Assert.Equal(["u", "w"], file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal([], file.Tensors[0].Shape);
    }

    private static byte[] WithEightBytesOfData(string header)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + text.Length + 8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, text.Length);
        text.CopyTo(bytes, 8);
        return bytes;
    }

    private static byte[] Bytes(SafetensorsFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }

    private static SafetensorsFile Read(byte[] bytes) => SafetensorsFile.Read(new MemoryStream(bytes));

    private static void AssertSame(SafetensorsFile expected, SafetensorsFile actual)
    {
        Assert.Equal(expected.Metadata.OrderBy(pair => pair.Key), actual.Metadata.OrderBy(pair => pair.Key));
        Assert.Equal(expected.Tensors.Select(tensor => tensor.Name), actual.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(expected.Tensors.Select(tensor => tensor.Shape), actual.Tensors.Select(tensor => tensor.Shape));
        Assert.Equal(Bits(expected), Bits(actual));
    }

    private static int[] Bits(SafetensorsFile file) =>
        [.. file.Tensors.SelectMany(tensor => tensor.Values.ToArray().Select(BitConverter.SingleToInt32Bits))];
}
