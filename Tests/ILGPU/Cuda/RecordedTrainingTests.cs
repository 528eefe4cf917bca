using GpuJazz.Model;

namespace GpuJazz.Tests.ILGPU.Cuda;

/// <summary>Training through CUDA goes to the driver as graphs.</summary>
public sealed class RecordedTrainingTests : CudaTest
{
    [StandInFact]
    public void An_update_is_one_graph_from_its_second_time_on()
    {
        var settings = new TrainingSettings { Batch = 3, Steps = 4, Windows = 8 };
        var windows = Windows.Draw([[.. Enumerable.Range(0, 40).Select(i => i * i % 10)]], settings.Windows, settings.Steps, settings.Seed);
        using (var trainer = new Trainer(Accelerator, new(5, 10), settings, windows))
        {
            trainer.RunEpoch();
            long single = Driver!["launches"];
            Assert.Equal(1, Driver["graph launches"]);
            for (int epoch = 0; epoch < 3; epoch++) trainer.RunEpoch();

            // Two whole batches and a smaller one in each; only the first of each kind was made launch by launch.
            Assert.Equal((3 * 4) - 2, Driver["graph launches"]);
            Assert.True(single > 0);
        }

        Assert.Equal(0, Driver["graphs"]);
    }
}
