using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Kernel.Wording;

namespace Relais.Web.Mailbox;

internal sealed class ListModel(MailFolders folders, Words words) : PageModel
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public IReadOnlyList<ReadMail> Mails { get; private set; } = [];

    /// <summary>Whether letters that open an account are not here.</summary>
    public bool HidesSome { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await folders.AreOpenAsync(cancellation))
        {
            return NotFound();
        }

        HidesSome = await folders.HideSomeAsync(cancellation);
        Mails = await folders.LatestAsync(cancellation);
        return Page();
    }

    public string TitleOf(ReadMail mail) => mail.IsSms ? words["SMS : {0}", mail.Text] : mail.Subject;

    public static string TimeOf(ReadMail mail) => TimeZoneInfo.ConvertTime(mail.At, Paris).ToString("g", CultureInfo.CurrentCulture);
}
