// « Lire sans réseau sur cet appareil »: <div data-rs-keep hidden> with a button that starts and a button that stops;
// the pages to keep are this one and those behind the links marked data-rs-keep-page.
const box = document.querySelector("[data-rs-keep]");
if (box && "serviceWorker" in navigator) {
  const [offer, standing] = [box.querySelector("[data-rs-keep-offer]"), box.querySelector("[data-rs-keep-standing]")];
  const show = (isKept) => {
    box.hidden = false;
    offer.hidden = isKept;
    standing.hidden = !isKept;
  };

  const keep = async () => {
    const { active } = await navigator.serviceWorker.ready;
    const links = [...document.querySelectorAll("[data-rs-keep-page]")].map((link) => link.pathname);
    const assets = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => new URL(name).pathname.startsWith("/lib/"));
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => { port1.onmessage = (event) => resolve(event.data); });
    active.postMessage({ pages: [location.pathname, ...links], assets }, [port2]);
    await answer;
    show(true);
  };

  offer.querySelector("button").addEventListener("click", async () => {
    await navigator.serviceWorker.register("/sw.js");
    await keep();
  });

  standing.querySelector("button").addEventListener("click", async () => {
    await (await navigator.serviceWorker.getRegistration())?.unregister();
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    show(false);
  });

  if (!(await navigator.serviceWorker.getRegistration())) {
    show(false);
  } else if (document.documentElement.hasAttribute("data-rs-copy")) {
    show(true);
  } else {
    await keep();
  }
}
