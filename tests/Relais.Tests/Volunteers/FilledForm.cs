using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Relais.Tests.Volunteers;

/// <summary>The form of a page, filled and sent as a browser without scripts does: only ticked boxes and chosen answers travel.</summary>
internal sealed class FilledForm(IHtmlDocument page, string selector = "main form")
{
    private readonly IHtmlFormElement _form = page.QuerySelector<IHtmlFormElement>(selector)
        ?? throw new InvalidOperationException($"No {selector} on {page.Title}");

    public FilledForm Write(string name, string value)
    {
        switch (_form.QuerySelector($"[name='{name}']:not([type=hidden])") ?? _form.QuerySelector($"[name='{name}']"))
        {
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = value;
                Assert.Equal(value, select.Value);
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            default:
                Assert.Fail($"No field {name}");
                break;
        }

        return this;
    }

    /// <summary>Ticks a box, or chooses a radio.</summary>
    public FilledForm Tick(string name, string value = "true")
    {
        var box = Assert.Single(_form.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']"), box => box.Type is "checkbox" or "radio" && box.Value == value);
        foreach (var other in _form.QuerySelectorAll<IHtmlInputElement>($"input[type=radio][name='{name}']"))
        {
            other.IsChecked = false;
        }

        box.IsChecked = true;
        return this;
    }

    public FilledForm Untick(string name, string value = "true")
    {
        Assert.Single(_form.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}'][type=checkbox]"), box => box.Value == value).IsChecked = false;
        return this;
    }

    public Task<HttpResponseMessage> SendAsync(HttpClient client, string url)
    {
        var fields = _form.Elements.OfType<IHtmlElement>()
            .Where(control => control.GetAttribute("name") is { Length: > 0 } && !control.HasAttribute("disabled"))
            .Select(control => (Name: control.GetAttribute("name")!, Value: ValueOf(control)))
            .Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Name, field.Value!));
        return client.PostAsync(new Uri(url, UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    private static string? ValueOf(IHtmlElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement { Type: "submit" or "file" } => null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };
}
