using GpuJazz.Kernels;
using ILGPU.Runtime;

namespace GpuJazz.Tests.Kernels;

/// <summary>Which improvisations stay on a GPU's multiprocessors, and how they are dealt out there.</summary>
public sealed class ResidentFormTests
{
    public static TheoryData<string, int, int, int, int> Sizes()
    {
        var data = new TheoryData<string, int, int, int, int>();
        foreach (var device in TestDevices.Names)
        {
            foreach (var (solos, hidden, vocabulary, tiles) in new[]
            {
                (1, 1, 1, 0), (132, 64, 79, 0), (133, 64, 79, 1), (529, 64, 79, 2), (529, 96, 79, 2), (529, 96, 159, 2), (528, 97, 79, 1), (529, 128, 128, 1),
                (1, 120, 159, 0), (1, 128, 159, 0), (529, 128, 159, 0), (1, 129, 2, -1), (1, 128, 300, -1), (1, 64, 800, -1), (1, 16, int.MaxValue, -1),
            })
                data.Add(device, solos, hidden, vocabulary, tiles);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_fits_into_a_multiprocessor_stays_there(string device, int solos, int hidden, int vocabulary, int tiles)
    {
        var accelerator = TestDevices.Open(device);
        var shape = new ImprovisationShape(solos, 10, hidden, vocabulary);
        var suits = ResidentForm.Suits(shape, SamplingRule.Argmax, accelerator);
        Assert.Equal(accelerator.AcceleratorType == AcceleratorType.Cuda && tiles >= 0, suits);
        if (!suits) return;

        var form = ResidentForm.Of(shape, accelerator);
        Assert.Equal(tiles, form.Tiles);
        Assert.InRange(form.SharedBytes, 1, 227 << 10);
        Assert.InRange(form.Held, form.Columns, form.Level == 0 ? 136 : form.Level == 1 ? 168 - 23 : 128 - 28);
        Assert.InRange(form.Width, hidden * ResidentForm.Slices, form.Level == 0 ? 256 : form.Level == 1 ? ResidentForm.MiddleWidth : ResidentForm.MostWidth);
    }
}
