// Before the search page's box is drawn: whether this browser knows modules, the newest thing that search.js and Pagefind use, and
// WebAssembly. Where it does not, the page is as it is without scripts.
if ("noModule" in HTMLScriptElement.prototype && "at" in Array.prototype && typeof WebAssembly === "object")
  document.documentElement.dataset.search = "on";
