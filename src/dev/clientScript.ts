/** Below this path stand the preview's own addresses. A file of the newsroom there would not be shown. */
export const OWN_PATH = "/__jianbao";

/**
 * What every page of a preview runs: reloads when the edition changes and comes back to where the reader was, takes new
 * stylesheets without a reload, and lays problems over the page. `version` in its address is the edition of the page; `run`, on
 * the desk, the run that it tells of: the desk has the problems in itself, and reloads whenever they may have changed.
 */
export const CLIENT_SCRIPT = `(() => {
  const script = document.currentScript;
  const own = new URL(script.src);
  const base = own.pathname.replace(/\\/[^/]*$/, "");
  let version = own.searchParams.get("version");
  const run = own.searchParams.get("run");
  const kept = "jianbao-scroll";
  const before = JSON.parse(sessionStorage.getItem(kept) || "null");
  sessionStorage.removeItem(kept);
  if (before && before.path === location.pathname) {
    const back = () => scrollTo({ top: before.top, behavior: "instant" });
    back();
    addEventListener("load", back);
  }
  const reload = () => {
    sessionStorage.setItem(kept, JSON.stringify({ path: location.pathname, top: scrollY }));
    location.reload();
  };
  const takeStyles = (styles) => {
    for (const [old, fresh] of styles) {
      for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
        if (new URL(link.href).pathname !== old) continue;
        const next = link.cloneNode();
        next.href = fresh;
        next.addEventListener("load", () => link.remove());
        link.after(next);
      }
    }
  };
  // A line of a file and the caret below it: two columns for each full-width character, as in a terminal, and never wrapped.
  const excerpt = (lines) => {
    const box = document.createElement("div");
    box.setAttribute("style", "white-space:pre;overflow-x:auto");
    for (const part of (lines.join("\\n") + "\\n").split(/([\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6])/)) {
      if (part.length !== 1 || part < "\u1100") {
        box.append(part);
        continue;
      }
      const cell = document.createElement("span");
      cell.setAttribute("style", "display:inline-block;width:2ch");
      cell.textContent = part;
      box.append(cell);
    }
    return box;
  };
  const laidOut = (problems) => {
    const parts = [];
    let lines = [];
    const end = () => {
      if (lines.length > 0) parts.push(excerpt(lines));
      lines = [];
    };
    for (const line of problems.split("\\n")) {
      if (/^ +\\d* *\\| /.test(line)) {
        lines.push(line);
        continue;
      }
      end();
      parts.push(line + "\\n");
    }
    end();
    return parts;
  };
  let panel;
  // A page is printed to be signed off, and the panel is none of it.
  const paper = document.createElement("style");
  paper.textContent = "@media print { #jianbao-problems { display: none !important } }";
  document.documentElement.append(paper);
  const show = ({ errors, warnings, problems, title, lang }) => {
    panel?.remove();
    panel = undefined;
    if (errors + warnings === 0) return;
    panel = document.createElement("details");
    panel.id = "jianbao-problems";
    panel.lang = lang;
    panel.open = errors > 0;
    const head = document.createElement("summary");
    head.textContent = title;
    const text = document.createElement("pre");
    text.append(...laidOut(problems));
    panel.append(head, text);
    panel.setAttribute("style", "all:initial;display:block;position:fixed;z-index:2147483647;left:1rem;right:1rem;bottom:1rem;max-height:80vh;overflow:auto;box-sizing:border-box;padding:.75rem 1rem;border-radius:6px;font:15px/1.6 sans-serif;color:#fff;background:" + (errors > 0 ? "#7a1712" : "#5b4300") + ";box-shadow:0 4px 24px #0006" + (errors > 0 ? "" : ";left:auto"));
    head.setAttribute("style", "cursor:pointer;font-weight:bold");
    text.setAttribute("style", "white-space:pre-wrap;margin:.5rem 0 0;font:14px/1.6 ui-monospace,monospace");
    document.documentElement.append(panel);
  };
  const listen = () => {
    const source = new EventSource(base + "/events");
    source.addEventListener("message", ({ data }) => {
      const news = JSON.parse(data);
      if (run !== null) {
        if (news.run !== run) reload();
        return;
      }
      if (news.version !== version) {
        if (news.styles && news.from === version) {
          takeStyles(news.styles);
          version = news.version;
        } else return reload();
      }
      show(news);
    });
  };
  listen();
})();
`;
