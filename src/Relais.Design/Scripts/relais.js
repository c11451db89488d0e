// Comfort only: every page works without this file.
import {
  Button, CharacterCount, Checkboxes, createAll, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink,
} from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

createAll(Button, { preventDoubleClick: true });
createAll(CharacterCount);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(NotificationBanner);
createAll(Radios);
createAll(ServiceNavigation);
createAll(SkipLink);

// Small buttons beside a field that fill it: <button type="button" data-rs-fill="field id" data-rs-value="2026-11-21">.
for (const button of document.querySelectorAll("[data-rs-fill]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.rsFill);
    field.value = button.dataset.rsValue;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  });
}

// A box that has nothing to scroll is no stop for the keyboard.
for (const box of document.querySelectorAll(".rs-table[tabindex]")) {
  new ResizeObserver(() => { box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1; }).observe(box);
}

// A page opened by a signed link says that a person sees it: <div data-rs-seen="/offres/…/vue">.
const seen = document.querySelector("[data-rs-seen]");
if (seen) {
  const tell = () => {
    if (document.visibilityState === "visible") {
      document.removeEventListener("visibilitychange", tell);
      fetch(seen.dataset.rsSeen, { method: "POST", keepalive: true });
    }
  };
  document.addEventListener("visibilitychange", tell);
  tell();
}

// A block that follows what happens: <div id="…" data-rs-live="/…/flux">. The page is fetched again and the block replaced;
// while the keyboard is inside, what is new waits until it leaves.
const live = document.querySelector("[data-rs-live]");
if (live) {
  let waiting = null;
  const show = (fresh) => {
    waiting = null;
    live.replaceChildren(...fresh.childNodes);
  };
  const stream = new EventSource(live.dataset.rsLive);
  stream.addEventListener("changed", async () => {
    const page = await (await fetch(location.href, { headers: { Accept: "text/html" } })).text();
    const fresh = new DOMParser().parseFromString(page, "text/html").getElementById(live.id);
    if (fresh && live.contains(document.activeElement)) {
      waiting = fresh;
    } else if (fresh) {
      show(fresh);
    }
  });
  live.addEventListener("focusout", (event) => {
    const isInside = live.contains(event.relatedTarget) || live.contains(document.activeElement);
    if (waiting && !isInside) {
      show(waiting);
    }
  });
}

// Names offered while one is being typed: <datalist id="…" data-rs-suggest="address" data-rs-for="field id">.
for (const list of document.querySelectorAll("[data-rs-suggest]")) {
  const field = document.getElementById(list.dataset.rsFor);
  let asked = "";
  field.setAttribute("list", list.id);
  field.addEventListener("input", async () => {
    const text = field.value.trim();
    if (text.length < 2 || text === asked) {
      return;
    }
    asked = text;
    const answer = await fetch(`${list.dataset.rsSuggest}?q=${encodeURIComponent(text)}`);
    if (answer.ok && asked === text) {
      list.replaceChildren(...(await answer.json()).map((name) => new Option(name, name)));
    }
  });
}
