// 关怀版, dark and the size of the text: each is an attribute of the page that the stylesheet knows, kept on this device.
{
  const { dataset } = document.documentElement;
  const sizes = ["small", "", "large", "larger"];
  const night = matchMedia("(prefers-color-scheme: dark)");

  const choose = (name, value) => {
    if (value) dataset[name] = value;
    else delete dataset[name];
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch {
      // A browser that keeps nothing still shows it on this page.
    }
  };

  const isOn = (mode) => {
    if (mode === "care") return dataset.care === "on";
    return dataset.theme ? dataset.theme === "dark" : night.matches;
  };

  const sizeAt = () => Math.max(0, sizes.indexOf(dataset.size || ""));

  const show = () => {
    for (const button of document.querySelectorAll("[data-mode]"))
      button.setAttribute("aria-pressed", isOn(button.dataset.mode));
    for (const button of document.querySelectorAll("[data-step]"))
      button.setAttribute("aria-disabled", sizes[sizeAt() + Number(button.dataset.step)] === undefined);
  };

  const press = ({ mode, step }) => {
    if (mode === "care") choose("care", isOn("care") ? "" : "on");
    if (mode === "dark") choose("theme", isOn("dark") ? "light" : "dark");
    if (step === "0") choose("size", "");
    else if (step) choose("size", sizes[Math.min(sizes.length - 1, Math.max(0, sizeAt() + Number(step)))]);
    show();
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-mode], [data-step]");
    if (button) press(button.dataset);
  });
  if (night.addEventListener) night.addEventListener("change", show);
  show();
}
