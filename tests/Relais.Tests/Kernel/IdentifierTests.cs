using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Relais.Kernel.Identifiers;

namespace Relais.Tests.Kernel;

public sealed class IdentifierTests
{
    // Numbers of the public test extracts of the ANS, of FINESS and of the COG: all pass the Luhn key.
    [Theory]
    [InlineData("10005355572")]
    [InlineData("10000927870")]
    [InlineData("10005173140")]
    [InlineData(" 100 053 555 72 ")]
    public void A_right_RPPS_is_read(string typed) =>
        Assert.Equal(typed.Replace(" ", "", StringComparison.Ordinal), Rpps.Parse(typed).Value?.Value);

    [Theory]
    [InlineData("290000017")]
    [InlineData("750712184")]
    [InlineData("350005179")]
    [InlineData("970211207")]
    [InlineData("29 000 001 7")]
    [InlineData("29\u00a0000\u202f001.7")]
    [InlineData("2A0000123")]
    [InlineData("2b0000123")]
    public void A_right_FINESS_is_read_as_it_is_printed_and_letters_are_exempt_from_the_key(string typed) =>
        Assert.True(Finess.Parse(typed).IsValid);

    [Theory]
    [InlineData("245614417")]
    [InlineData("200067197")]
    public void The_SIREN_of_the_two_EPCI_are_read(string typed) => Assert.True(Siren.Parse(typed).IsValid);

    [Theory]
    [InlineData("56066", "56")]
    [InlineData("29018", "29")]
    [InlineData("2a004", "2A")]
    [InlineData("97105", "971")]
    [InlineData("98818", "988")]
    [InlineData("01001", "01")]
    public void A_commune_code_tells_its_department(string typed, string department) =>
        Assert.Equal(department, CommuneCode.Parse(typed).Value?.Department);

    [Theory]
    [InlineData("", "rpps_missing")]
    [InlineData("1000535557", "rpps_too_short")]
    [InlineData("1000535557234", "rpps_too_long")]
    [InlineData("810005355572", "rpps_prefixed")]
    [InlineData("1000535557O", "rpps_not_digits")]
    [InlineData("10005355573", "rpps_wrong_key")]
    [InlineData("10003461033", "rpps_wrong_key")]
    [InlineData("012800736", "rpps_adeli")]
    [InlineData("2A2800736", "rpps_adeli")]
    public void A_wrong_RPPS_is_named_by_what_is_wrong(string typed, string code) => Assert.Equal(code, Rpps.Parse(typed).Problem?.Code);

    [Theory]
    [InlineData(" ", "finess_missing")]
    [InlineData("29000001", "finess_too_short")]
    [InlineData("2900000177", "finess_too_long")]
    [InlineData("290000018", "finess_wrong_key")]
    [InlineData("29000001!", "finess_wrong_character")]
    [InlineData("26010004500012", "finess_siret")]
    public void A_wrong_FINESS_is_named_by_what_is_wrong(string typed, string code) => Assert.Equal(code, Finess.Parse(typed).Problem?.Code);

    [Theory]
    [InlineData(null, "siren_missing")]
    [InlineData("24561441", "siren_too_short")]
    [InlineData("24561441700015", "siren_siret")]
    [InlineData("2456144170", "siren_too_long")]
    [InlineData("245614418", "siren_wrong_key")]
    [InlineData("24561441l", "siren_not_digits")]
    public void A_wrong_SIREN_is_named_by_what_is_wrong(string? typed, string code) => Assert.Equal(code, Siren.Parse(typed).Problem?.Code);

    [Theory]
    [InlineData("", "commune_missing")]
    [InlineData("1001", "commune_too_short")]
    [InlineData("560660", "commune_wrong_length")]
    [InlineData("5606A", "commune_wrong_character")]
    [InlineData("20000", "commune_corsica")]
    [InlineData("99100", "commune_no_department")]
    public void A_wrong_commune_code_is_named_by_what_is_wrong(string typed, string code) => Assert.Equal(code, CommuneCode.Parse(typed).Problem?.Code);

    [Fact]
    public void An_emoji_is_shown_whole_in_the_sentence() =>
        Assert.Equal("😀", Assert.Single(Rpps.Parse("1000535557😀").Problem!.Arguments));

    [Fact]
    public void A_number_of_a_test_environment_is_accepted_and_marked_in_a_demonstration_only()
    {
        Assert.True(new IdentifierSettings { AcceptSandboxRpps = true }.ParseRpps("10003461033").Value?.IsSandbox);
        Assert.False(new IdentifierSettings().ParseRpps("10003461033").IsValid);
        Assert.False(Rpps.Parse("10005355572").Value?.IsSandbox);
    }

    [Fact]
    public void One_wrong_digit_is_always_seen() =>
        Prop.ForAll(
            Gen.Choose(0, 8).Zip(Gen.Choose(1, 9)).ToArbitrary(),
            change =>
            {
                var digits = "290000017".ToCharArray();
                digits[change.Item1] = (char)('0' + ((digits[change.Item1] - '0' + change.Item2) % 10));
                return !Finess.Parse(new string(digits)).IsValid;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_at_all_breaks_a_parser() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string>(),
            text => Rpps.Parse(text).IsValid | Finess.Parse(text).IsValid | Siren.Parse(text).IsValid | CommuneCode.Parse(text).IsValid || true)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_identifier_travels_as_a_string_and_a_wrong_one_is_refused_with_its_problem()
    {
        Assert.Equal("\"290000017\"", JsonSerializer.Serialize(Finess.Parse("29 000 001 7").Value));
        Assert.Equal("2A004", JsonSerializer.Deserialize<CommuneCode>("\"2a004\"")!.Value);

        var refusal = Assert.Throws<IdentifierJsonException>(() => JsonSerializer.Deserialize<Rpps>("\"123\""));
        Assert.Equal("rpps_too_short", refusal.Problem.Code);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Rpps>("10005355572"));
    }

    [Fact]
    public void The_API_follows_the_setting()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(Configuration(("Identifiers:AcceptSandboxRpps", "true")));
        services.AddIdentifiers();
        var json = services.BuildServiceProvider().GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value;

        var rpps = JsonSerializer.Deserialize<Rpps>("\"10003461033\"", json.SerializerOptions);

        Assert.True(rpps!.IsSandbox);
    }

    [Fact]
    public void A_FINESS_prints_as_the_register_prints_it() =>
        Assert.Equal("29\u00a0000\u00a0001\u00a07", Finess.Parse("290000017").Value!.Printed);

    private static Microsoft.Extensions.Configuration.IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new Microsoft.Extensions.Configuration.ConfigurationBuilder()
            .Add(new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
            {
                InitialData = settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)),
            })
            .Build();
}
