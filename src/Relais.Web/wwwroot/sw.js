// The one service worker of the site. It runs on devices whose holder asked to read without network, and nowhere else.
// It keeps the pages that it was given, shows them when the network is gone, and sends nothing later: what was not
// answered by the platform was not said.
const kept = "kept";
const shell = "shell";
const withoutNetwork = "/hors-ligne";
const signOut = "/deconnexion";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.add(withoutNetwork)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// { pages, assets }: keep these pages, and no others; answers how many were kept.
self.addEventListener("message", (event) => {
  event.waitUntil(keep(event.data).then((count) => event.ports[0].postMessage(count)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin || url.pathname === signOut) {
    return;
  }

  if (request.mode === "navigate") {
    event.respondWith(open(request, url.pathname));
  } else if (["style", "script", "font", "image"].includes(request.destination)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
  }
});

async function keep({ pages, assets }) {
  const cache = await caches.open(kept);
  const known = await cache.keys();
  await Promise.all(known.filter((request) => !pages.includes(new URL(request.url).pathname)).map((request) => cache.delete(request)));
  const fresh = await Promise.all(pages.map(async (page) => {
    const response = await fetch(page, { cache: "reload", redirect: "manual" });
    if (response.ok) {
      await cache.put(page, response);
    }

    return response.ok;
  }));
  await (await caches.open(shell)).addAll(assets);
  return fresh.filter(Boolean).length;
}

async function open(request, path) {
  try {
    const response = await fetch(request);
    if (request.method === "GET" && await caches.match(path, { cacheName: kept })) {
      await renew(path, response);
    }

    return response;
  } catch {
    const copy = request.method === "GET" ? await caches.match(path, { cacheName: kept }) : undefined;
    const page = copy ?? await caches.match(withoutNetwork);
    return page ? asCopy(page) : Response.error();
  }
}

// A kept page that now leads to signing in was the page of somebody who is no longer signed in here.
async function renew(path, response) {
  if (response.ok) {
    await (await caches.open(kept)).put(path, response.clone());
  } else if (response.type === "opaqueredirect") {
    await caches.delete(kept);
  }
}

// The stylesheet hides the forms of a copy and shows when it was made.
async function asCopy(response) {
  const page = (await response.text()).replace("<html ", "<html data-rs-copy ");
  return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": response.headers.get("Content-Security-Policy") } });
}
