using System.Text.Json;
using Relais.Tests.Commands;
using Relais.Web.Commands;
using Relais.Web.Commands.Planning;

namespace Relais.Tests.Matching.Planning;

public sealed class PlanningCommandTests
{
    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "volunteers.csv", "max_km", "reach", "volunteers.csv:1: column max_km is missing" },
        { "shifts.csv", "\n3,0,", "\nthree,0,", "shifts.csv:5: id 'three' is not a whole number" },
        { "shifts.csv", "vulnerability\n", "vulnerability\n0,0,IDE,GEN,48,-2,405,855,-1,1,3\n", "shifts.csv:2: demand is -1; it must be between 0 and 10000" },
        { "availability.csv", "end_min\n", "end_min\n0,0,14000\n", "overlaps another interval of volunteer 0" },
        { "availability.csv", "end_min\n", "end_min\n99,0,1440\n", "availability.csv:2: there is no volunteer 99" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Every_command_refuses_a_broken_instance_by_file_line_and_reason_and_writes_nothing(string file, string old, string @new, string reason)
    {
        using var folder = new InventedInstance(1);
        folder.Change(file, text => text.Replace(old, @new, StringComparison.Ordinal));
        folder.Write("plan.csv", "volunteer,shift\n");
        folder.Write("events.csv", "event,volunteer,shift\n");
        foreach (var (command, args) in new (ICommand Command, string[] Args)[] { (new Plan(), PlanArgs(folder)), (new Rank(), ["--all"]), (new Repair(), RepairArgs(folder, "plan.csv")) })
        {
            var refusal = await Assert.ThrowsAsync<CommandRefusedException>(() => command.RunAsync([folder.Folder, .. args]));
            Assert.Matches($"^{file}:[0-9]+: ", refusal.Message);
            Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
            Assert.Empty(Written(folder));
        }
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--prices")]
    [InlineData("--explain")]
    public async Task Nothing_is_written_where_one_of_the_files_cannot_be(string option)
    {
        using var folder = new InventedInstance(1);
        Assert.Equal(2, await PlanAsync(folder, option, folder.Path("nowhere/file.out")));
        Assert.Equal(2, await PlanAsync(folder, option, folder.Folder));
        Assert.Empty(Written(folder));
    }

    [Fact]
    public async Task A_refusal_is_the_one_line_of_standard_error_and_the_code_is_2()
    {
        using var folder = new InventedInstance(1);
        folder.Change("shifts.csv", text => text.Replace("\n3,0,", "\nthree,0,", StringComparison.Ordinal));
        await using var program = ProgramProcess.Start("plan", folder.Folder, "--out", folder.Path("plan.out"));
        Assert.Equal(2, await program.EndAsync());
        Assert.Equal(["relais: shifts.csv:5: id 'three' is not a whole number"], program.Errors);
        Assert.Empty(program.Lines);
    }

    [Fact]
    public async Task The_last_line_of_a_plan_is_JSON_with_the_keys_of_the_contract_first()
    {
        using var folder = new InventedInstance(11, volunteers: 80, shifts: 60, days: 14);
        await using var program = ProgramProcess.Start(["plan", folder.Folder, .. PlanArgs(folder), "--most-shifts", "2"]);
        Assert.Equal(0, await program.EndAsync());
        using var figures = JsonDocument.Parse(Assert.Single(program.Lines));
        Assert.Equal(
            ["cost", "bound", "gap", "stopped", "seconds", "cpu_seconds", "peak_mb", "open_posts", "gini", "most_load", "most_held", "most_shifts"],
            figures.RootElement.EnumerateObject().Select(one => one.Name));
        Assert.Equal(
            (2, 2), (figures.RootElement.GetProperty("most_held").GetInt32(), figures.RootElement.GetProperty("most_shifts").GetInt32()));
        Assert.Equal("optimal", figures.RootElement.GetProperty("stopped").GetString());
        Assert.InRange(figures.RootElement.GetProperty("gini").GetDouble(), 0.01, 0.99);
        Assert.Equal(2, Written(folder)["plan.out"].Split('\n').Skip(1).CountBy(line => line.Split(',')[0]).Max(person => person.Value));
    }

    [Fact]
    public async Task The_files_are_the_same_for_one_and_two_threads()
    {
        using var folder = new InventedInstance(11, volunteers: 80, shifts: 60, days: 14);
        Assert.Equal(0, await PlanAsync(folder, "--threads", "1"));
        var one = Written(folder);
        Assert.Equal(0, await PlanAsync(folder, "--threads", "2"));
        Assert.Equal(one, Written(folder));
        Assert.StartsWith("volunteer,shift\n", one["plan.out"], StringComparison.Ordinal);
        Assert.StartsWith("shift,price_milli\n", one["prices.out"], StringComparison.Ordinal);
        Assert.StartsWith("volunteer,rhs,mu_milli,shifts\n", one["cuts.out"], StringComparison.Ordinal);
        Assert.StartsWith("[", one["explain.out"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_seed_gives_the_same_files_and_one_that_is_no_number_is_refused()
    {
        using var folder = new InventedInstance(11, volunteers: 80, shifts: 60, days: 14);
        Assert.Equal(0, await PlanAsync(folder, "--seed", "1"));
        var one = Written(folder);
        Assert.Equal(0, await PlanAsync(folder, "--seed", "-7"));
        Assert.Equal(one, Written(folder));
        Assert.Equal(2, await PlanAsync(folder, "--seed", "dice"));
    }

    [Fact]
    public async Task A_withdrawal_is_answered_from_the_files_and_an_unknown_option_is_refused()
    {
        using var folder = new InventedInstance(11, volunteers: 80, shifts: 60, days: 14);
        await PlanAsync(folder, "--threads", "1");
        var first = (await File.ReadAllLinesAsync(folder.Path("plan.out"), TestContext.Current.CancellationToken))[1];
        folder.Write("events.csv", $"event,volunteer,shift\n7,{first}\n");
        string[] repair = ["repair", folder.Folder, .. RepairArgs(folder, "plan.out")];
        Assert.Equal(0, await CommandLine.RunAsync(repair));
        Assert.StartsWith($"event,op,volunteer,shift\n7,-,{first}\n", Written(folder)["answers.out"], StringComparison.Ordinal);
        Assert.Equal(0, await CommandLine.RunAsync([.. repair, "--most-shifts", "4"]));
        Assert.Equal(2, await CommandLine.RunAsync([.. repair, "--most-shifts", "0"]));
        Assert.Equal(2, await CommandLine.RunAsync([.. repair, "--quickly", "1"]));
        Assert.Equal(2, await CommandLine.RunAsync(["rank", folder.Folder, "--shift", "60"]));
        Assert.Equal(0, await CommandLine.RunAsync(["rank", folder.Folder, "--shift", "59", "--why"]));
    }

    private static Task<int> PlanAsync(InventedInstance folder, params string[] more) => CommandLine.RunAsync(["plan", folder.Folder, .. PlanArgs(folder), .. more]);

    private static string[] PlanArgs(InventedInstance folder) =>
        ["--out", folder.Path("plan.out"), "--prices", folder.Path("prices.out"), "--cuts", folder.Path("cuts.out"), "--explain", folder.Path("explain.out")];

    private static string[] RepairArgs(InventedInstance folder, string plan) =>
        ["--plan", folder.Path(plan), "--events", folder.Path("events.csv"), "--out", folder.Path("answers.out")];

    private static SortedDictionary<string, string> Written(InventedInstance folder) => new(
        Directory.GetFiles(folder.Folder, "*.out").ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);
}
