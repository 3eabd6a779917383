// Two things only: mark the words that an address points at, and switch layers on and off.
// Offsets in addresses are code points; each piece of text carries its own, so none is counted here.
"use strict";
(() => {
  const mark = () => {
    document.querySelectorAll(".hit").forEach((piece) => piece.classList.remove("hit"));
    const found = /^#s(\d+)-(\d+)$/.exec(location.hash);
    if (!found) return;
    const start = Number(found[1]);
    const end = Number(found[2]);
    let first = null;
    document.querySelectorAll("[data-s]").forEach((piece) => {
      if (Number(piece.dataset.s) < end && Number(piece.dataset.e) > start) {
        piece.classList.add("hit");
        first = first || piece;
      }
    });
    if (first) first.scrollIntoView({ block: "center" });
  };
  document.querySelectorAll("[data-layer]").forEach((box) => {
    box.addEventListener("change", () => {
      document.getElementById("layers").classList.toggle("show-" + box.dataset.layer, box.checked);
    });
  });
  addEventListener("hashchange", mark);
  mark();
})();
