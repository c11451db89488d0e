using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;

namespace Relais.Tests.Missions;

public sealed class HoursFormTests
{
    // The clocks of Paris went back on 25 October 2026 at 3 h: the night of 24 October is an hour longer.
    [Theory]
    [InlineData("2026-11-21T20:00Z", "21:00", "07:00", 0, "2026-11-21T20:00Z", 600)]
    [InlineData("2026-11-21T22:30Z", "00:15", "07:00", 0, "2026-11-21T23:15Z", 405)]
    [InlineData("2026-11-21T23:10Z", "23:50", "07:00", 20, "2026-11-21T22:50Z", 410)]
    [InlineData("2026-10-24T19:00Z", "21:00", "07:00", 0, "2026-10-24T19:00Z", 660)]
    public void Hours_typed_as_clock_times_lie_beside_the_mission(string planned, string starts, string ends, int pause, string expected, int paid)
    {
        var (hours, fault) = Form(starts, ends, pause).Read(MissionAt(planned));

        Assert.Null(fault);
        Assert.Equal((DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), paid), (hours!.Value.When.Start, hours.Value.PaidMinutes));
    }

    [Theory]
    [InlineData("21:00", "21:00", 0, "Ends")]
    [InlineData("21:00", "21:30", 30, "BreakMinutes")]
    public void Hours_that_cannot_be_are_refused_beside_their_field(string starts, string ends, int pause, string field) =>
        Assert.Equal(field, Form(starts, ends, pause).Read(MissionAt("2026-11-21T20:00Z")).Fault?.Field);

    [Theory]
    [InlineData("4F7K92MXQPTB", "4F7K92MXQPTB")]
    [InlineData(" 4f7k-92mx qptb ", "4F7K92MXQPTB")]
    [InlineData("4F7K92MXQPT", null)]
    [InlineData("4F7K92MXQPT0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? read) =>
        Assert.Equal(read, Relais.Missions.Certificates.CertificateCode.Read(typed));

    private static HoursForm Form(string starts, string ends, int pause) => new()
    {
        Starts = TimeOnly.Parse(starts, System.Globalization.CultureInfo.InvariantCulture),
        Ends = TimeOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture),
        BreakMinutes = pause,
    };

    private static Mission MissionAt(string starts)
    {
        var start = DateTimeOffset.Parse(starts, System.Globalization.CultureInfo.InvariantCulture);
        var terms = new MissionTerms
        {
            When = new Interval(start, start.AddHours(8)),
            TimeZone = "Europe/Paris",
            BreakMinutes = 0,
            Site = "Accueil",
            ContactName = "Cadre",
            ContactPhone = "02 98 00 00 00",
            Instructions = "",
        };
        return Mission.Open(
            new NewMission(new MissionOrigin("test", Guid.CreateVersion7()), PersonId.New(), Finess.Stored("290000017"), CommuneCode.Stored("29024"), "Infirmier", terms), start);
    }
}
