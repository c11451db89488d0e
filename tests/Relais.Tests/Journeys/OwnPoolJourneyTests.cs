using System.Text;
using Microsoft.Playwright;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.OwnPool;

namespace Relais.Tests.Journeys;

/// <summary>A hospital brings the list of its occasional staff.</summary>
public sealed class OwnPoolJourneyTests(DemonstratedHouse house, Browser browser) : IClassFixture<DemonstratedHouse>
{
    private static readonly Finess Hospital = Finess.Stored("299900001");

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_roster_is_checked_matched_imported_and_undone(int width)
    {
        var manager = await house.Node.SignInHolderAsync(Role.FacilityManager);
        await using var window = await browser.OpenAsync(house.Node, manager, width: width, height: 844);
        var walk = new Walk(window);
        var before = (await house.Node.ReadAsync<OwnPoolMember>(member => member.Finess == Hospital)).Count;

        await walk.OpenAsync($"/etablissements/{Hospital}");
        await walk.ClickAsync(AriaRole.Link, "Mon vivier");
        await walk.ClickAsync(AriaRole.Link, "Importer un fichier");
        await window.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "vacataires.csv",
            MimeType = "text/csv",
            Buffer = Encoding.Latin1.GetBytes($"Agent,Prénom,Contact,Emploi\nMénez,Élise,elise{width}@exemple.invalid,IDE\nCabon,Loïc,loic{width}@exemple,AS\n"),
        });
        await walk.ClickAsync(AriaRole.Button, "Vérifier le fichier");

        // Neither « Agent » nor « Contact » says what it holds: the columns are chosen by hand.
        await window.Page.GetByLabel("Nom", new() { Exact = true }).SelectOptionAsync("Agent");
        await window.Page.GetByLabel("Adresse électronique").SelectOptionAsync("Contact");
        await walk.ClickAsync(AriaRole.Button, "Vérifier avec ces colonnes");
        var fault = await window.Page.Locator("tbody tr").InnerTextAsync();
        Assert.Contains("3", fault, StringComparison.Ordinal);
        Assert.Contains("Ce n’est pas une adresse électronique complète", fault, StringComparison.Ordinal);

        await walk.ClickAsync(AriaRole.Button, "Importer 1 personne");
        Assert.Equal(before + 1, (await house.Node.ReadAsync<OwnPoolMember>(member => member.Finess == Hospital)).Count);
        await walk.ClickAsync(AriaRole.Button, "Annuler cet import");
        Assert.Equal(before, (await house.Node.ReadAsync<OwnPoolMember>(member => member.Finess == Hospital)).Count);
    }
}
