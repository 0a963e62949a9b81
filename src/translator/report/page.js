"use strict";
(() => {
  const segments = [...document.querySelectorAll(".seg")];
  const radios = [...document.querySelectorAll("input[name=show]")];
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  search.closest("label").hidden = false;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();
  let texts = null;

  function apply() {
    const kind = radios.find((radio) => radio.checked).value;
    const wanted = plain(search.value.trim());
    if (wanted && !texts) texts = segments.map((segment) => plain(segment.textContent));
    let count = 0;
    segments.forEach((segment, n) => {
      const stays = (kind === "all" || segment.classList.contains("has-" + kind)) && (!wanted || texts[n].includes(wanted));
      segment.classList.toggle("away", !stays);
      count += stays;
    });
    for (const part of document.querySelectorAll(".document"))
      part.classList.toggle("away", !part.querySelector(".seg:not(.away)"));
    shown.textContent = count === segments.length ? "" : `${count} of ${segments.length} segments`;
  }
  radios.forEach((radio) => radio.addEventListener("change", apply));
  search.addEventListener("input", apply);

  function reveal() {
    const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (aim && aim.closest(".away")) {
      radios[0].checked = true;
      search.value = "";
      apply();
      aim.scrollIntoView();
    }
  }
  addEventListener("hashchange", reveal);
  apply();
  reveal();

  function link(event, on) {
    const use = event.target.closest?.(".use, .note a");
    if (!use) return;
    use.classList.toggle("linked", on && use.matches(".use"));
    document.getElementById(use.getAttribute("href").slice(1))?.classList.toggle("linked", on);
  }
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]])
    document.addEventListener(name, (event) => link(event, on));
})();
