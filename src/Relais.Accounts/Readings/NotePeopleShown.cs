using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.Readings;

/// <summary>Before a page that shows people is drawn, notes that it is.</summary>
internal sealed class NotePeopleShown(IReadings readings) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done is { Exception: null, Result: PageResult, HandlerInstance: IShowsPeople page })
        {
            await readings.NoteAsync(page.Reading, page.PeopleShown, context.HttpContext.RequestAborted);
        }
    }
}
