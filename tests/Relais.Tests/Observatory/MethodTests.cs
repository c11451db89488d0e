using Microsoft.Extensions.DependencyInjection;
using Relais.Accessibility.Parameters;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Methods;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

/// <summary>The method that a reader tries instead of the one in use.</summary>
public sealed class MethodTests(PostgresServer postgres)
{
    private const string Page = "/observatoire?territoires=245614417&indicateur=accessibilite-medecins-generalistes";

    [Fact]
    public async Task Another_method_is_said_and_leaves_the_key_figures_as_they_are()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        var client = node.CreateClient();

        var usual = await client.GetPageAsync(Page);
        var tried = await client.GetPageAsync($"{Page}&methode=2sfca-15");
        var file = await client.GetStringAsync(new Uri($"{Page}&methode=2sfca-15&format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
        var again = await client.GetPageAsync(Page);

        string Compared(AngleSharp.Html.Dom.IHtmlDocument page) => PageText.Flat(page.QuerySelector("table")!.TextContent);
        string Key(AngleSharp.Html.Dom.IHtmlDocument page) => PageText.Flat(page.QuerySelector(".rs-grid--figures")!.TextContent);
        Assert.NotEqual(Compared(usual), Compared(tried));
        Assert.Equal(Compared(usual), Compared(again));
        Assert.Equal(Key(usual), Key(tried));
        Assert.Contains("Méthode choisie par vous", tried.Flat(), StringComparison.Ordinal);
        Assert.DoesNotContain("Méthode choisie par vous", usual.Flat(), StringComparison.Ordinal);
        Assert.Contains("2SFCA, 15 min (1 à moins de 15 min)", PageText.Flat(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_are_none_are_told_beside_the_field_and_the_method_in_use_is_shown()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);

        var page = await node.CreateClient().GetPageAsync($"{Page}&paliers=20%3D1+10%3D2");

        Assert.Contains("Écrivez des paliers de minutes croissantes", page.QuerySelector("#Paliers-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("20=1 10=2", page.QuerySelector("#Paliers")!.GetAttribute("value"));
        Assert.Contains("paramètres 2015+", page.Flat(), StringComparison.Ordinal);
        var tooLong = await node.CreateClient().GetPageAsync($"{Page}&paliers={new string('1', 200)}");
        Assert.NotNull(tooLong.QuerySelector("#Paliers-error"));
        Assert.Contains("21 communes", tooLong.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10=1 ; 15=0,67 ; 20=0.33", "10:1 15:0.67 20:0.33")]
    [InlineData(" 30 = 0,5 ", "30:0.5")]
    [InlineData("10=1;31=0,5", null)]
    [InlineData("10=1;10=0,5", null)]
    [InlineData("10=1;15=-1", null)]
    [InlineData("10=1;15=11", null)]
    [InlineData("0=1", null)]
    [InlineData("10=0", null)]
    [InlineData("10", null)]
    [InlineData("10=a", null)]
    [InlineData("1=1;2=1;3=1;4=1;5=1;6=1;7=1", null)]
    [InlineData("10=1                                                                              ;12=1", null)]
    public async Task Steps_are_read_as_people_write_them(string text, string? expected)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();

        var (method, problem) = MethodChoice.Read(scope.ServiceProvider.GetRequiredService<Words>(), "3sfca", text);

        Assert.Equal(expected is null, problem is not null);
        Assert.Equal(expected, method is null ? null : string.Join(' ', ((StepDecay)method.Parameters.Decay).Steps.Select(step => FormattableString.Invariant($"{step.Below}:{step.Weight}"))));
    }
}
