// Before anything is drawn: what this reader chose last time, and that scripts run.
{
  const { dataset } = document.documentElement;
  dataset.script = "on";
  try {
    for (const name of ["theme", "care", "size"]) {
      const chosen = localStorage.getItem(name);
      if (chosen) dataset[name] = chosen;
    }
  } catch {
    // No storage, nothing remembered.
  }
}
