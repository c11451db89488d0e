using System.Globalization;
using System.Text.Json;
using Relais.Tests.Commands;
using Relais.Web.Commands;
using Relais.Web.Commands.Accessibility;

namespace Relais.Tests.Accessibility;

public sealed class AplCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("relais-apl-").FullName;

    public AplCommandTests()
    {
        Write("communes.csv", "name,standardised,code,population\r\nOne,100,A,90\r\nTwo,,B,300\r\nThree,0,\"C\",50\r\n");
        Write("supply.csv", "\uFEFFcode,acts\nA,150\nB,600.5\nA,150\n");
        Write("times.csv", "minutes,to,from\n9.96,B,A\n10,A,B\n\n19.99,A,C\n20,B,C\n3,C,C\n");
    }

    [Fact]
    public async Task The_figures_follow_the_order_of_the_communes_with_twelve_digits_and_one_line_of_JSON()
    {
        await using var program = ProgramProcess.Start(["apl", .. Files("--out", Path("out.csv"))]);
        Assert.Equal(0, await program.EndAsync());

        // By hand: A serves 100 + 2/3·300 = 300 (C has no standardised people), B 100 + 300 = 400.
        var (a, b) = (300 / (100 + (300 * (2 / 3.0)) + 0), 600.5 / 400);
        Assert.Equal($"code,apl\nA,{Digits(a + b)}\nB,{Digits((a * 2 / 3) + b)}\nC,{Digits(a / 3)}\n", Read("out.csv"));
        using var figures = JsonDocument.Parse(Assert.Single(program.Lines));
        Assert.Equal(["communes", "pairs", "load_seconds", "compute_seconds", "peak_mb", "bad_lines"], figures.RootElement.EnumerateObject().Select(one => one.Name));
        Assert.Equal((3, 5), (figures.RootElement.GetProperty("communes").GetInt32(), figures.RootElement.GetProperty("pairs").GetInt32()));
        Assert.Empty(program.Errors);
    }

    [Fact]
    public async Task A_what_if_counts_the_standardised_and_names_the_total_population_that_crosses()
    {
        Write("supply.csv", "code,acts\nA,150\n");
        await using var program = ProgramProcess.Start(["what-if", .. Files("--at", "B", "--acts", "900", "--out", Path("out.csv"))]);
        Assert.Equal(0, await program.EndAsync());
        Assert.Equal("code,delta\nA,2.25\nB,2.25\nC,0\n", Read("out.csv"));

        // A goes from 0.5 to 2.75, B from 0.33 to 2.58, C stays at 0.17: 90 and 300 people, not 100.
        using var figures = JsonDocument.Parse(program.Lines.Last());
        Assert.Equal((900, 900, 390, 0), Of(figures.RootElement));
    }

    [Fact]
    public async Task A_departure_takes_people_below_the_threshold()
    {
        Write("supply.csv", "code,acts\nA,1200\n");
        Assert.Equal(0, await CommandLine.RunAsync(["what-if", .. Files("--at", "A", "--acts", "-600", "--out", Path("out.csv"))]));
        Assert.Equal("code,delta\nA,-2\nB,-1.33333333333\nC,-0.666666666667\n", Read("out.csv"));
    }

    [Fact]
    public async Task Every_bad_line_is_told_with_its_number_and_nothing_is_written_unless_they_may_be_left_out()
    {
        Write("communes.csv", "code,population,standardised\nA,90,100\nB,300,\nA,5,5\nD,-1,\nE,1,x\nC,50,0\n,7,\n");
        Write("supply.csv", "acts,code\n300,A\n600.5,B\nNaN,A\n1e400,B\n,A\n5,Z\n1\n");
        Write("times.csv", "from,to,minutes\nA,B,9.96\nB,A,10\nA,B,1\nC,A,19.99\nC,B,-20\nC,C,3\nB,\"A,3\nZ,A,1\nA,Z,1\n");
        string[] expected =
        [
            "communes.csv:4: code 'A' was given before", "communes.csv:5: population '-1' is negative", "communes.csv:6: standardised 'x' is not a number", "communes.csv:8: code is empty",
            "supply.csv:4: acts 'NaN' is not finite", "supply.csv:5: acts '1e400' is not finite", "supply.csv:6: acts is empty", "supply.csv:7: code 'Z' is not in the list of communes", "supply.csv:8: it has 1 fields where the header has 2",
            "times.csv:6: minutes '-20' is negative", "times.csv:8: a quotation mark is not closed", "times.csv:9: from 'Z' is not in the list of communes", "times.csv:10: to 'Z' is not in the list of communes", "times.csv:4: this pair was given before",
        ];
        await using (var program = ProgramProcess.Start(["apl", .. Files("--out", Path("out.csv"))]))
        {
            Assert.Equal(2, await program.EndAsync());
            Assert.Equal([.. expected.Select(Path), "relais: bad lines: 14; nothing was written. --skip-bad-lines leaves them out"], program.Errors);
            Assert.Empty(program.Lines);
            Assert.Equal(3, Directory.GetFiles(_folder).Length);
        }

        await using var skipping = ProgramProcess.Start(["apl", .. Files("--out", Path("out.csv"), "--skip-bad-lines")]);
        Assert.Equal(0, await skipping.EndAsync());
        Assert.Equal(expected.Select(Path), skipping.Errors);
        Assert.Equal($"code,apl\nA,{Digits(1 + (600.5 / 400))}\nB,{Digits((2 / 3.0) + (600.5 / 400))}\nC,{Digits(1 / 3.0)}\n", Read("out.csv"));
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public async Task The_language_of_the_machine_changes_nothing(string culture)
    {
        Assert.Equal(0, await CommandLine.RunAsync(["apl", .. Files("--out", Path("plain.csv"))]));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(0, await CommandLine.RunAsync(["apl", .. Files("--out", Path("other.csv"))]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(Read("plain.csv"), Read("other.csv"));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_in_one_sentence_and_nothing_is_written()
    {
        Write("bad.json", """{"method":"2sfca","cutoff":-3}""");
        Write("torn.csv", "from,minutes\nA,3\n");
        Write("empty.csv", "");
        foreach (var (command, more, reason) in new (string, string[], string)[]
        {
            ("apl", ["--parameters", Path("bad.json")], "cutoff must be more than zero"),
            ("apl", ["--parameters", Path("none.json")], "cannot be read"),
            ("apl", ["--times", Path("torn.csv")], "column to is missing"),
            ("apl", ["--communes", Path("empty.csv")], "it has no header"),
            ("apl", ["--out", Path("nowhere/out.csv")], "cannot be written"),
            ("apl", ["--metres", "1"], "there is no option --metres"),
            ("apl", ["folder"], "'folder' was not expected"),
            ("what-if", ["--at", "Z", "--acts", "1"], "--at Z is not in the list"),
            ("what-if", ["--at", "A", "--acts", "many"], "--acts must be a number"),
            ("what-if", ["--at", "A", "--acts", "Infinity"], "--acts must be a number"),
            ("what-if", ["--acts", "1"], "--at is missing"),
        })
        {
            ICommand one = command is "apl" ? new Apl() : new WhatIf();
            var refusal = await Assert.ThrowsAsync<CommandRefusedException>(() => one.RunAsync(Files(["--out", Path("out.csv"), .. more])));
            Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(Path("out.csv")));
        }
    }

    [Fact]
    public async Task A_device_is_written_to_and_not_replaced_and_a_full_one_is_a_failure()
    {
        await using var program = ProgramProcess.Start(["apl", .. Files("--out", "/dev/stdout")]);
        Assert.Equal(0, await program.EndAsync());
        Assert.Equal("code,apl", program.Lines.First());
        Assert.StartsWith("{\"communes\":3,", program.Lines.Last(), StringComparison.Ordinal);
        Assert.Equal(1, await CommandLine.RunAsync(["apl", .. Files("--out", "/dev/full")]));
        Assert.False(File.Exists("/dev/full.part"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (double Sum, double Supply, double Rising, double Falling) Of(JsonElement figures) => (
        Math.Round(figures.GetProperty("sum_p_delta").GetDouble(), 9), figures.GetProperty("delta_supply").GetDouble(),
        figures.GetProperty("people_rising").GetDouble(), figures.GetProperty("people_falling").GetDouble());

    private static string Digits(double value) => value.ToString("G12", CultureInfo.InvariantCulture);

    private string[] Files(params string[] more) => ["--communes", Path("communes.csv"), "--supply", Path("supply.csv"), "--times", Path("times.csv"), .. more];

    private string Path(string file) => System.IO.Path.Combine(_folder, file);

    private void Write(string file, string text) => File.WriteAllText(Path(file), text);

    private string Read(string file) => File.ReadAllText(Path(file));
}
