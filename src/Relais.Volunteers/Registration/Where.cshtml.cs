using Microsoft.AspNetCore.Mvc;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.Where;

namespace Relais.Volunteers.Registration;

internal sealed class WhereStep(Drafts drafts, ICommunes communes, Words words) : StepPage(drafts), IWherePage
{
    public override int Step => 4;

    [BindProperty]
    public WhereForm Form { get; set; } = new();

    public IReadOnlyList<Commune> Candidates { get; private set; } = [];

    public void OnGet() => Form = Answers.Where ?? Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var search = HomeSearch.In(await communes.GetAsync(cancellation), Form.Home, Form.HomeCode);
        Candidates = search.Candidates;
        search.Explain(ModelState, words);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        (Form.Home, Form.HomeCode) = (search.Found!.Name, search.Found.Code.Value);
        return await KeepAsync(Answers with { Where = Form }, cancellation);
    }
}
