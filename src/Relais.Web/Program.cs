using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Relais.Accounts;
using Relais.Accounts.Contracts;
using Relais.Commitments;
using Relais.Kernel;
using Relais.Kernel.Data;
using Relais.Kernel.Modules;
using Relais.Reinforcement;
using Relais.Territory;
using Relais.Volunteers;
using Relais.Web;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("fr-FR");

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddDatabase<RelaisDb>(Database.Main, builder.Configuration.GetConnectionString("Relais") ?? "Data Source=data/relais.db");
builder.Services.AddKernel(
    new AccountsModule(),
    new TerritoryModule(),
    new CommitmentsModule(),
    new VolunteersModule(),
    new ReinforcementModule());
builder.Services.AddAccess(WebAccess.Declare);

// A page lives beside the code it belongs to, not in a separate Pages folder.
builder.Services.AddRazorPages(options => options.RootDirectory = "/")
    .AddDataAnnotationsLocalization()
    .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
builder.Services.Configure<RequestLocalizationOptions>(options => options
    .SetDefaultCulture("fr-FR").AddSupportedCultures("fr-FR", "en-GB").AddSupportedUICultures("fr-FR", "en-GB"));
builder.Services.AddOpenApi("v1");
builder.Services.AddHealthChecks();

var app = builder.Build();

await app.Services.GetRequiredService<Migrator>().MigrateAsync();

app.UseRequestLocalization();
app.UseSecurityHeaders();
app.UseStatusCodePagesWithReExecute("/erreur/{0}");
app.UseAccess();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapOpenApi("/api/{documentName}.json");
app.MapHealthChecks("/sante");

foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
{
    module.MapEndpoints(app);
}

await app.RunAsync();
