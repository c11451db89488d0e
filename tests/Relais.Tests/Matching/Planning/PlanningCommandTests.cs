using Relais.Web.Commands;

namespace Relais.Tests.Matching.Planning;

public sealed class PlanningCommandTests
{
    [Theory]
    [InlineData("volunteers.csv", "max_km", "reach")] // a column is missing
    [InlineData("shifts.csv", "\n3,0,", "\nthree,0,")] // not a number
    [InlineData("shifts.csv", "vulnerability\n", "vulnerability\n0,0,IDE,GEN,48,-2,405,855,-1,1,3\n")] // a negative demand
    [InlineData("availability.csv", "end_min\n", "end_min\n0,0,14000\n")] // overlapping availability
    [InlineData("availability.csv", "end_min\n", "end_min\n99,0,1440\n")] // of nobody
    public async Task A_broken_instance_ends_with_code_2_and_nothing_written(string file, string old, string @new)
    {
        using var folder = new InventedInstance(1);
        folder.Change(file, text => text.Replace(old, @new, StringComparison.Ordinal));
        Assert.Equal(2, await PlanAsync(folder, "1"));
        Assert.Empty(Directory.GetFiles(folder.Folder, "*.out"));
    }

    [Fact]
    public async Task The_files_are_the_same_for_one_and_two_threads()
    {
        using var folder = new InventedInstance(11, volunteers: 80, shifts: 60, days: 14);
        Assert.Equal(0, await PlanAsync(folder, "1"));
        var one = Written(folder);
        Assert.Equal(0, await PlanAsync(folder, "2"));
        Assert.Equal(one, Written(folder));
        Assert.StartsWith("volunteer,shift\n", one["plan.out"], StringComparison.Ordinal);
        Assert.StartsWith("shift,price_milli\n", one["prices.out"], StringComparison.Ordinal);
        Assert.StartsWith("volunteer,rhs,mu_milli,shifts\n", one["cuts.out"], StringComparison.Ordinal);
        Assert.StartsWith("[", one["explain.out"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_is_answered_from_the_files_and_an_unknown_option_is_refused()
    {
        using var folder = new InventedInstance(11, volunteers: 80, shifts: 60, days: 14);
        await PlanAsync(folder, "1");
        var first = (await File.ReadAllLinesAsync(folder.Path("plan.out"), TestContext.Current.CancellationToken))[1];
        folder.Write("events.csv", $"event,volunteer,shift\n7,{first}\n");
        string[] repair = ["repair", folder.Folder, "--plan", folder.Path("plan.out"), "--events", folder.Path("events.csv"), "--out", folder.Path("answers.out")];
        Assert.Equal(0, await CommandLine.RunAsync(repair));
        Assert.StartsWith($"event,op,volunteer,shift\n7,-,{first}\n", Written(folder)["answers.out"], StringComparison.Ordinal);
        Assert.Equal(2, await CommandLine.RunAsync([.. repair, "--quickly", "1"]));
        Assert.Equal(2, await CommandLine.RunAsync(["rank", folder.Folder, "--shift", "60"]));
        Assert.Equal(0, await CommandLine.RunAsync(["rank", folder.Folder, "--shift", "59", "--why"]));
    }

    private static Task<int> PlanAsync(InventedInstance folder, string threads) => CommandLine.RunAsync(
        ["plan", folder.Folder, "--out", folder.Path("plan.out"), "--prices", folder.Path("prices.out"), "--cuts", folder.Path("cuts.out"), "--explain", folder.Path("explain.out"), "--threads", threads]);

    private static SortedDictionary<string, string> Written(InventedInstance folder) => new(
        Directory.GetFiles(folder.Folder, "*.out").ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);
}
