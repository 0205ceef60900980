// The system's share sheet where there is one, the clipboard, the printer. Without them the address and its code stand on the page.
{
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };

  const tell = (button) => {
    const { done } = button.dataset;
    const status = document.createElement("span");
    status.className = "done";
    status.setAttribute("role", "status");
    button.after(status);
    return () => {
      status.textContent = done;
      setTimeout(() => (status.textContent = ""), 4000);
    };
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    const told = tell(button);
    button.addEventListener("click", () => copy(button.dataset.copy).then(told, () => {}));
  }

  for (const button of document.querySelectorAll("[data-print]"))
    button.addEventListener("click", () => window.print());

  // Leaving the sheet without sharing is no mistake.
  if (navigator.share)
    for (const link of document.querySelectorAll("[data-share]"))
      link.addEventListener("click", (event) => {
        event.preventDefault();
        navigator.share({ title: link.dataset.title, url: link.dataset.share }).catch(() => {});
      });
}
