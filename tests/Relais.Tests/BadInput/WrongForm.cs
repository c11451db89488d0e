using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;

namespace Relais.Tests.BadInput;

/// <summary>A form of a page as a browser would send it, with what a test puts in the place of one value.</summary>
internal sealed class WrongForm
{
    private const string Token = "__RequestVerificationToken";

    private readonly IHtmlFormElement _form;

    public WrongForm(IHtmlFormElement form, string page)
    {
        _form = form;
        var send = form.QuerySelectorAll("button").Select(button => button.GetAttribute("formaction")).OfType<string>().FirstOrDefault() ?? form.GetAttribute("action");
        Action = send is null or "" ? page : send[0] is '?' ? $"{page.Split('?')[0]}{send}" : send;
    }

    public string Action { get; }

    /// <summary>Every name that the form sends, hidden ones too, but for the proof that the form is ours.</summary>
    public IReadOnlyList<string> Fields => [.. Controls.Select(control => control.GetAttribute("name")!).Where(name => name is not Token).Distinct()];

    /// <summary>Where people write freely.</summary>
    public IReadOnlyList<string> Texts => [.. Controls
        .Where(control => control is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "email" or "tel" or "search" or "" })
        .Select(control => control.GetAttribute("name")!).Distinct()];

    private IEnumerable<IHtmlElement> Controls => _form.Elements.OfType<IHtmlElement>()
        .Where(control => control.GetAttribute("name") is { Length: > 0 } && control is not IHtmlButtonElement);

    public HttpContent With(string field, string value) => new FormUrlEncodedContent([.. Sent().Where(pair => pair.Key != field), new(field, value)]);

    public HttpContent Twice(string field, string value) => new FormUrlEncodedContent([.. Sent(), new(field, value), new($"{field}[0]", value), new($"{field}.Licorne", value)]);

    public HttpContent Empty() => new FormUrlEncodedContent(Sent().Where(pair => pair.Key is Token));

    /// <summary>A file where a text is asked, and a name that no folder should see.</summary>
    public HttpContent WithFile(string field, byte[] bytes, string name)
    {
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in Sent().Where(pair => pair.Key != field))
        {
            content.Add(new StringContent(value), key);
        }

        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Add(file, field, name);
        return content;
    }

    public static HttpContent OfType(string mediaType, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }

    private IEnumerable<KeyValuePair<string, string>> Sent() => Controls.Where(IsSent).Select(control => KeyValuePair.Create(control.GetAttribute("name")!, ValueOf(control)));

    private static bool IsSent(IHtmlElement control) => control is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } and not IHtmlInputElement { Type: "file" };

    private static string ValueOf(IHtmlElement control) => control switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };
}
