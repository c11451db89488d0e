using Relais.Matching.Instances;

namespace Relais.Tests.Matching.Planning;

public sealed class InstanceReadingTests
{
    [Theory]
    [InlineData("volunteers.csv", "max_km", "reach", "volunteers.csv:1: column max_km is missing")]
    [InlineData("shifts.csv", "\n3,0,", "\nx,0,", "shifts.csv:5: id 'x' is not a whole number")]
    [InlineData("meta.json", "\"days\":10", "\"days\":\"ten\"", "meta.json:1: days is missing or is not a whole number")]
    public void A_fault_is_named_by_file_and_line(string file, string old, string @new, string expected)
    {
        using var instance = new InventedInstance(1);
        instance.Change(file, text => text.Replace(old, @new, StringComparison.Ordinal));
        Assert.Equal(expected, Refusal(instance));
    }

    [Fact]
    public void A_negative_demand_is_refused()
    {
        using var instance = new InventedInstance(1);
        instance.Change("shifts.csv", text => text.TrimEnd() + "\n7,0,IDE,GEN,48,-2,405,855,-1,1,3\n");
        Assert.Equal("shifts.csv:9: demand is -1; it must be between 0 and 10000", Refusal(instance));
    }

    [Fact]
    public void Overlapping_availability_is_refused_and_touching_availability_is_not()
    {
        using var instance = new InventedInstance(1);
        instance.Write("availability.csv", "volunteer,start_min,end_min\n1,0,1440\n0,0,60\n1,1440,2000\n");
        ShiftFolder.Read(instance.Folder);
        instance.Write("availability.csv", "volunteer,start_min,end_min\n1,600,1440\n0,0,60\n1,0,601\n");
        Assert.Equal("availability.csv:4: this overlaps another interval of volunteer 1", Refusal(instance));
    }

    [Fact]
    public void Availability_of_nobody_is_refused()
    {
        using var instance = new InventedInstance(1);
        instance.Write("availability.csv", "volunteer,start_min,end_min\n8,0,1440\n");
        Assert.Equal("availability.csv:2: there is no volunteer 8", Refusal(instance));
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_lines_may_end_as_on_windows()
    {
        using var instance = new InventedInstance(1);
        instance.Write("availability.csv", "end_min,volunteer,start_min\r\n1440,1,0\r\n");
        Assert.Equal(8, ShiftFolder.Read(instance.Folder).VolunteerCount);
    }

    [Fact]
    public void A_missing_file_is_bad_input()
    {
        using var instance = new InventedInstance(1);
        File.Delete(instance.Path("shifts.csv"));
        Assert.StartsWith("shifts.csv:0:", Refusal(instance), StringComparison.Ordinal);
    }

    private static string Refusal(InventedInstance instance) =>
        Assert.Throws<BadInstanceException>(() => ShiftFolder.Read(instance.Folder)).Message;
}
