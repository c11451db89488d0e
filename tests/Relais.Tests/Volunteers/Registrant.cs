using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Registration;
using Node = Relais.Tests.Infrastructure.Node;

namespace Relais.Tests.Volunteers;

/// <summary>Maëlle Kerriou, a care assistant of Gourin, at each step of her registration.</summary>
internal static class Registrant
{
    public static HttpClient Phone(Node node) => node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public static async Task RegisterAsync(HttpClient phone)
    {
        await GoToCheckAsync(phone);
        var done = await new FilledForm(await phone.GetPageAsync(Steps.Url(6))).Tick("Form.Agrees").SendAsync(phone, Steps.Url(6));
        Assert.Equal(Steps.Done, done.Headers.Location!.ToString());
    }

    public static async Task GoToCheckAsync(HttpClient phone)
    {
        await WriteWhoAsync(phone);
        await WritePracticeAsync(phone);
        await WriteSkillsAsync(phone);
        await WriteWhereAsync(phone);
        await SendAsync(phone, 5, form => form.Tick("Form.Week", "4.Night").Tick("Form.Week", "5.Morning").Tick("Form.Nights").Write("Form.NoticeHours", "2"));
    }

    public static Task WriteWhoAsync(HttpClient phone) =>
        SendAsync(phone, 1, form => form.Write("Form.FirstName", "Maëlle").Write("Form.LastName", "Kerriou").Write("Form.Mobile", "06.12.34.56.78"));

    public static Task WritePracticeAsync(HttpClient phone) =>
        SendAsync(phone, 2, form => form.Tick("Form.Professions", "care-assistant").Tick("Form.Status", "Active").Tick("Form.Regime", "HospitalAgent"));

    public static Task WriteSkillsAsync(HttpClient phone) =>
        SendAsync(phone, 3, form => form.Write("Form.Lines[1].Experience", "SixToTen").Write("Form.Lines[1].Last", "Now"));

    private static Task WriteWhereAsync(HttpClient phone) =>
        SendAsync(phone, 4, form => form.Write("Form.Home", "Gourin").Write("Form.TravelMinutes", "30").Tick("Form.Around", "Epci"));

    private static async Task SendAsync(HttpClient phone, int step, Func<FilledForm, FilledForm> fill)
    {
        var url = Steps.Url(step);
        var response = await fill(new FilledForm(await phone.GetPageAsync(url))).SendAsync(phone, url);
        Assert.True(response.StatusCode is HttpStatusCode.Redirect, (await response.ReadPageAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
        Assert.Equal(Steps.Url(step + 1), response.Headers.Location!.ToString());
    }
}
