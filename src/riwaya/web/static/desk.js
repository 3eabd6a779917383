/* What the desk does beyond links and forms: keys, remembered layers, tidy addresses. Everything works without it. */
(() => {
  "use strict";
  const $ = (query, root) => (root || document).querySelector(query);
  const $$ = (query, root) => [...(root || document).querySelectorAll(query)];

  /* ---------------------------------------------------------------- addresses without blank parameters */
  document.addEventListener("htmx:configRequest", (event) => {
    const given = event.detail.parameters;
    for (const name of Object.keys(given)) if (given[name] === "" && event.detail.verb === "get") delete given[name];
  });
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "get") return;
    const blank = $$("input, select", event.target).filter((field) => field.name && field.value === "" && !field.disabled);
    for (const field of blank) field.disabled = true;
    setTimeout(() => blank.forEach((field) => { field.disabled = false; }), 0);
  });

  /* ---------------------------------------------------------------- filters closed on narrow screens */
  const narrow = matchMedia("(max-width: 60rem)");
  const fold = () => $$(".filters-box").forEach((box) => { box.open = !narrow.matches; });
  fold();
  narrow.addEventListener("change", fold);

  /* ---------------------------------------------------------------- layers as the reader left them */
  const kept = "riwaya-layers";
  const switches = $$("#switches input");
  try {
    const off = JSON.parse(localStorage.getItem(kept) || "null");
    if (off) for (const one of switches) if (one.dataset.layer in off) one.checked = off[one.dataset.layer];
  } catch { /* no store, or not ours: the page's own choice stands */ }
  $("#switches")?.addEventListener("change", () => {
    const state = Object.fromEntries(switches.map((one) => [one.dataset.layer, one.checked]));
    try { localStorage.setItem(kept, JSON.stringify(state)); } catch { /* kept for this page only */ }
  });

  /* ---------------------------------------------------------------- the words that a link led to */
  const target = document.getElementById("at");
  if (target && location.hash === "#at") target.scrollIntoView({ block: "center" });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "pick" || event.detail.elt.id === "pick") {
      const pick = document.getElementById("pick");
      pick.focus({ preventScroll: true });
      const box = pick.getBoundingClientRect();
      if (box.top < 0 || box.bottom > innerHeight) pick.scrollIntoView({ block: "center" });
    }
  });

  /* ---------------------------------------------------------------- dialogs */
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) document.getElementById(opener.dataset.open).showModal();
  });

  /* ---------------------------------------------------------------- keys */
  let waiting = false;
  const step = (by) => {
    const items = $$("[data-item]").filter((item) => item.offsetParent);
    if (!items.length) return;
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.max(0, Math.min(items.length - 1, at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by))];
    const link = $("a", next);
    if (link) { link.focus(); next.scrollIntoView({ block: "nearest" }); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, select, textarea, dialog[open]")) return;
    const key = event.key;
    if (waiting) {
      waiting = false;
      const tab = /^[1-9]$/.test(key) && $$(".tabs a")[Number(key) - 1];
      if (tab) { event.preventDefault(); tab.click(); }
      return;
    }
    const layer = /^[1-9]$/.test(key) && switches[Number(key) - 1];
    if (layer) { layer.click(); return; }
    const done = {
      "/": () => { const box = $("#words") || $("#quick"); box.focus(); box.select(); },
      "?": () => document.getElementById("keys").showModal(),
      j: () => step(1),
      k: () => step(-1),
      g: () => { waiting = true; setTimeout(() => { waiting = false; }, 1500); },
      l: () => $(".lang").click(),
    }[key];
    if (done) { event.preventDefault(); done(); }
  });
})();
