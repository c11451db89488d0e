using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using Relais.Accounts;
using Relais.Accounts.Contracts;
using Relais.Commitments;
using Relais.Design;
using Relais.Kernel;
using Relais.Kernel.Api;
using Relais.Kernel.Data;
using Relais.Kernel.Modules;
using Relais.Kernel.Rules;
using Relais.Kernel.Text;
using Relais.Kernel.Time;
using Relais.Missions;
using Relais.Observatory;
using Relais.Registers;
using Relais.Registers.Contracts;
using Relais.Reinforcement;
using Relais.Replies;
using Relais.Territory;
using Relais.Volunteers;
using Relais.Web.Language;

namespace Relais.Web.Hosting;

/// <summary>The composition of the house: which rooms there are, in the order of their dependencies.</summary>
internal static class RelaisApp
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <param name="args">Settings given on the command line.</param>
    /// <param name="listens">Whether it serves pages; a worker only works.</param>
    public static WebApplication Build(string[] args, bool listens = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        ChooseAddress(builder);

        if (Environment.GetEnvironmentVariable("RELAIS_TEST_MODE") == "1")
        {
            builder.Services.AddSingleton<TimeProvider, SettableClock>();
            builder.Services.AddAccess(access => access.Put("/api/v1/test/clock", Who.Anyone));
        }

        var main = builder.Configuration.GetConnectionString("Relais") ?? "Data Source=data/relais.db";
        builder.Services.AddDatabase<RelaisDb>(Database.Main, main);
        builder.Services.AddDatabase<RegistersDb>(RegistersDb.Key, builder.Configuration.GetConnectionString("Registers") ?? RegistersDb.Beside(main), isReference: true);
        builder.Services.AddKernel(
            new DesignModule(),
            new WebModule(),
            new AccountsModule(),
            new RegistersModule(),
            new TerritoryModule(),
            new CommitmentsModule(),
            new RepliesModule(),
            new MissionsModule(),
            new VolunteersModule(),
            new ReinforcementModule(),
            new ObservatoryModule());
        builder.Services.AddAccess(WebAccess.Declare);
        if (builder.Environment.IsDevelopment())
        {
            // Files added since the manifest of static assets was made; there are none once published.
            builder.Services.AddAccess(access => access.Get("/{**path:file}", Who.Anyone));
        }

        // A page lives beside the code it belongs to, not in a separate Pages folder.
        builder.Services.AddRazorPages(options => options.RootDirectory = "/")
            .AddDataAnnotationsLocalization()
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("fr-FR").AddSupportedCultures("fr-FR", "en-GB").AddSupportedUICultures("fr-FR", "en-GB");
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptedLanguage()];
        });
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Over TLS too: anti-forgery tokens are masked anew in each page, so their length tells a listener nothing.
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddOpenApi("v1", ApiDescription.Configure);
        builder.Services.AddHealthChecks();

        if (!listens)
        {
            builder.Services.AddSingleton<IServer, NoServer>();
        }

        var app = builder.Build();
        if (listens)
        {
            MapPages(app);
        }

        return app;
    }

    /// <summary>What a worker does without: it starts in half the time.</summary>
    private static void MapPages(WebApplication app)
    {
        app.UseTrustedProxy();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/erreur/500");
        app.UseSecurityHeaders();
        app.UseReadableAddresses();
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseApiProblems();
        app.UseAccess();
        app.UseIdempotencyKeys();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapHealthChecks("/sante");
        app.MapTestClock();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
        {
            module.MapEndpoints(app);
        }
    }

    /// <summary>Brings the data to where this program expects it: schema, rules of the world, what rooms need at start.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellation)
    {
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatedRuleFiles>().RecordAsync(cancellation);
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
        {
            await module.PrepareAsync(scope.ServiceProvider, cancellation);
        }
    }

    private static void ChooseAddress(WebApplicationBuilder builder)
    {
        if (builder.Configuration["port"] is { } port)
        {
            builder.WebHost.UseUrls($"http://localhost:{port}");
        }
        else if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    /// <summary>Published files lie beside the program; during development they lie in the project.</summary>
    private static string? ContentRoot() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
}
