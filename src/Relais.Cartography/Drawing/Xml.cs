using System.Security;

namespace Relais.Cartography.Drawing;

internal static class Xml
{
    /// <summary>For the text of an element and for an attribute between double quotes.</summary>
    public static string Escape(string text) => SecurityElement.Escape(text);
}
