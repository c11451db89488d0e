using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Relais.Design;

/// <summary>Plain text among elements, encoded when written.</summary>
internal sealed class TextContent(string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, text);
}
