// Puts each shared list in the place of the link to it, and leaves the page being read out of its own lists.
{
  const plainPath = (url) => new URL(url).pathname.replace(/(\/index)?(\.html)?\/?$/, "");

  const fetchList = async (slot) => {
    const response = await fetch(slot.dataset.fragment);
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const list = page.querySelector(".rail-list");
    if (!list) return;
    // In its slot, whose room was kept for it: nothing below moves.
    slot.textContent = "";
    slot.append(list);
    slot.removeAttribute("data-fragment");
  };

  const settle = async (rail) => {
    const slot = rail.querySelector("[data-fragment]");
    if (slot) await fetchList(slot);
    for (const link of rail.querySelectorAll("li > a"))
      if (plainPath(link.href) === plainPath(location.href)) link.closest("li").remove();
  };

  // Without the list the link to it stays, which is all that a reader needs.
  for (const rail of document.querySelectorAll(".rail")) settle(rail).catch(() => {});
}
