using Relais.Tests.Infrastructure;

namespace Relais.Tests.Design;

/// <summary>GOV.UK Frontend is free, its brand is not: nothing of the brand may leave this repository.</summary>
public sealed class BrandTests
{
    private static readonly string Served = Path.Combine(Repository.Root, "src/Relais.Web/wwwroot");

    [Fact]
    public void No_stylesheet_names_the_reserved_typeface()
    {
        var stylesheets = Directory.GetFiles(Served, "*.css", SearchOption.AllDirectories);

        Assert.NotEmpty(stylesheets);
        Assert.All(stylesheets, file => Assert.DoesNotContain("GDS Transport", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_stylesheet_asks_for_the_crest_or_for_a_file_that_is_not_served()
    {
        var stylesheet = File.ReadAllText(Path.Combine(Served, "lib/relais.css"));

        Assert.DoesNotContain("crest", stylesheet, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/assets/", stylesheet, StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_of_the_reserved_assets_is_served()
    {
        var reserved = Directory.GetFiles(Path.Combine(Repository.Root, "node_modules/govuk-frontend/dist/govuk/assets"), "*", SearchOption.AllDirectories)
            .Select(File.ReadAllBytes).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(reserved);
        Assert.All(Directory.GetFiles(Served, "*", SearchOption.AllDirectories), file =>
            Assert.DoesNotContain(Convert.ToHexString(File.ReadAllBytes(file)), reserved));
    }
}
