using System.Diagnostics;
using System.Text.Json;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Documents;

/// <summary>What a reader that is not ours finds in a PDF.</summary>
internal sealed record ReadPdf(string Title, string Language, bool IsMarked, string? UniversalAccess, IReadOnlyList<ReadPage> Pages)
{
    public IEnumerable<ReadTag> Tags => Pages.SelectMany(page => page.Tree.AndBelow);

    /// <summary>Everything that is read aloud, in its order.</summary>
    public string Text => string.Join(' ', Tags.Select(tag => tag.Text).Where(text => text.Length > 0));

    public static async Task<ReadPdf> FromAsync(byte[] file)
    {
        var reader = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests/Relais.Tests/Documents/read-pdf.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(reader)!;
        await process.StandardInput.BaseStream.WriteAsync(file, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        var read = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<ReadPdf>(read)!;
    }
}

/// <param name="Untagged">Text that belongs to nothing: there must be none.</param>
/// <param name="Decoration">Text that screen readers pass over.</param>
internal sealed record ReadPage(ReadTag Tree, IReadOnlyList<string> Untagged, string Decoration);

internal sealed record ReadTag(string Role, string Text, IReadOnlyList<ReadTag> Children)
{
    public IEnumerable<ReadTag> AndBelow => [this, .. Children.SelectMany(child => child.AndBelow)];
}
