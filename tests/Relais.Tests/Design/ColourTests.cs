using System.Globalization;
using System.Text.RegularExpressions;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Design;

/// <summary>Text is at 4.5 to 1 and the edge of a control at 3 to 1, in the light theme and in the dark one (RGAA 3.2, 3.3).</summary>
public sealed class ColourTests
{
    public static readonly TheoryData<string, string, double> Pairs = new()
    {
        { "--govuk-text-colour", "--govuk-body-background-colour", 7 },
        { "--govuk-text-colour", "--rs-quiet", 7 },
        { "--govuk-secondary-text-colour", "--govuk-body-background-colour", 4.5 },
        { "--govuk-secondary-text-colour", "--govuk-surface-background-colour", 4.5 },
        { "--govuk-secondary-text-colour", "--rs-quiet", 4.5 },
        { "--govuk-link-colour", "--govuk-body-background-colour", 4.5 },
        { "--govuk-link-colour", "--govuk-surface-background-colour", 4.5 },
        { "--govuk-link-colour", "--rs-quiet", 4.5 },
        { "--govuk-link-hover-colour", "--rs-quiet", 4.5 },
        { "--govuk-error-colour", "--govuk-body-background-colour", 4.5 },
        { "--govuk-input-border-colour", "--govuk-surface-background-colour", 3 },
        { "--govuk-brand-colour", "--govuk-surface-background-colour", 3 },
        { "--govuk-text-colour", "--rs-blue", 4.5 },
        { "--govuk-text-colour", "--rs-green", 4.5 },
        { "--govuk-text-colour", "--rs-amber", 4.5 },
        { "--govuk-link-colour", "--rs-green", 4.5 },
        { "--rs-on-action", "--rs-action", 4.5 },
        { "--rs-on-action", "--rs-action-hover", 4.5 },
        { "--rs-on-danger", "--rs-danger", 4.5 },
        { "--rs-on-danger", "--rs-danger-hover", 4.5 },
        { "--rs-on-deep", "--rs-deep", 4.5 },
        { "--rs-on-deep-quiet", "--rs-deep", 4.5 },
        { "--rs-on-grey", "--rs-grey", 4.5 },
        { "--rs-on-teal", "--rs-teal", 4.5 },
        { "--rs-on-green", "--rs-green", 4.5 },
        { "--rs-on-amber", "--rs-amber", 4.5 },
        { "--rs-on-red", "--rs-red", 4.5 },
        { "--rs-on-blue", "--rs-blue", 4.5 },
        { "--rs-accent", "--govuk-body-background-colour", 3 },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Two_colours_that_meet_can_be_told_apart(string front, string back, double atLeast)
    {
        var stylesheet = File.ReadAllText(Path.Combine(Repository.Root, "src/Relais.Web/wwwroot/lib/relais.css"));
        var dark = stylesheet[stylesheet.IndexOf("prefers-color-scheme", StringComparison.Ordinal)..];
        var light = stylesheet[..^dark.Length];

        Assert.InRange(Contrast(Read(light, front), Read(light, back)), atLeast, 21);
        Assert.InRange(Contrast(Read(dark, front), Read(dark, back)), atLeast, 21);
    }

    private static string Read(string theme, string name)
    {
        var found = Regex.Match(theme, $"{name}: ?#([0-9a-f]{{6}}|[0-9a-f]{{3}})\\b|{name}: ?(white)");
        Assert.True(found.Success, $"{name} is not defined");
        return found.Groups[2].Success ? "ffffff" : found.Groups[1].Value;
    }

    private static double Contrast(string one, string other)
    {
        double[] lights = [Luminance(one), Luminance(other)];
        return (lights.Max() + 0.05) / (lights.Min() + 0.05);
    }

    private static double Luminance(string hex)
    {
        var full = hex.Length is 3 ? string.Concat(hex.Select(digit => $"{digit}{digit}")) : hex;
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((weight, index) => weight * Linear(int.Parse(full.AsSpan(index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)).Sum();
    }

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
}
