/** How the desk looks: one column, plain, and nothing wider than a phone. */
export const DESK_STYLES = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fff, #17181a);
  --panel: light-dark(#f4f5f6, #24262a);
  --ink: light-dark(#1b1c1e, #e7e8ea);
  --soft: light-dark(#585d64, #a9adb4);
  --rule: light-dark(#d6d9dd, #3c4046);
  --link: light-dark(#1b4b8a, #9dc1f2);
  --red: light-dark(#a51d17, #f18b80);
  --amber: light-dark(#7a5200, #e0b458);
  --green: light-dark(#1d6a39, #7fce9b);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 72rem;
  padding: 0 1rem 6rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
header nav { display: flex; gap: 1.5rem; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
header a, .standing a, .pager a { display: inline-block; padding: .25rem 0; }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 1rem 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 0 0 .5rem; color: var(--soft); font-weight: normal; }
p { margin: .25rem 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
code { font: .875rem ui-monospace, Consolas, Menlo, monospace; color: var(--soft); }
.stale { margin: 1rem 0; padding: .5rem .75rem; border-left: 4px solid var(--amber); background: var(--panel); }
.problems { max-height: 24rem; overflow: auto; }
.problems li { padding: .5rem .75rem; margin-bottom: .5rem; border-left: 4px solid var(--amber); background: var(--panel); }
.problems .error { border-color: var(--red); }
.problems strong { color: var(--amber); margin-right: .75rem; }
.problems .error strong { color: var(--red); }
.problems .where { margin-right: .75rem; }
.agenda { max-height: 24rem; overflow: auto; }
.agenda li, .rows li { display: grid; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
.agenda li { grid-template-columns: auto 1fr; }
.agenda a { grid-column: 1 / -1; }
.agenda time { font-variant-numeric: tabular-nums; }
.agenda .event { color: var(--soft); }
.agenda .appears { color: var(--green); }
.agenda .leaves { color: var(--red); }
.rows .facts, .card .facts { color: var(--soft); font-size: .875rem; }
.facts > span + span::before { content: " · "; }
.state { display: inline-block; justify-self: start; padding: 0 .5rem; border: 1px solid; border-radius: 3px; color: var(--soft); font-size: .875rem; }
.state.published { color: var(--green); }
.state.draft, .state.scheduled { color: var(--amber); }
.state.broken, .state.withdrawn { color: var(--red); }
.standing { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; }
form { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; align-items: end; margin: .75rem 0; }
label { display: grid; min-width: 0; }
label span { color: var(--soft); font-size: .875rem; }
select, input, button { width: 100%; min-height: 2.75rem; padding: .25rem .5rem; border: 1px solid var(--soft); border-radius: 4px; background: var(--paper); color: inherit; font: inherit; }
button { background: var(--ink); color: var(--paper); cursor: pointer; }
form a { padding: .5rem 0; }
.pager { display: flex; gap: 1.5rem; align-items: center; padding: 1rem 0; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 1rem; padding: .375rem 0; border-bottom: 1px solid var(--rule); }
dt { color: var(--soft); }
dd { margin: 0; grid-column: 2; }
dd a + a { margin-left: 1rem; }
.reasons { counter-reset: place; }
.reasons li { counter-increment: place; position: relative; padding: .5rem 0 .5rem 2rem; border-bottom: 1px solid var(--rule); }
.reasons li::before { content: counter(place); position: absolute; left: 0; color: var(--soft); }
.reasons strong { margin-left: .75rem; font-weight: normal; color: var(--green); }
.reasons p { color: var(--soft); font-size: .875rem; }
.look { margin: 1rem 0; padding: 1rem; background: var(--panel); border-radius: 4px; }
.look .title { font-size: 1.1rem; }
.look .address { color: var(--soft); font-size: .875rem; }
.result .title { color: var(--link); }
.look img { display: block; height: auto; max-width: 100%; }
.card { display: flex; gap: 1rem; align-items: start; }
.card img { flex: none; width: 8rem; }
.shared { max-width: 30rem; border: 1px solid var(--rule); background: var(--paper); }
.shared img { width: 100%; }
.shared p { margin: .25rem .75rem; }
@media (min-width: 48rem) {
  .agenda li { grid-template-columns: 10rem 6rem 1fr; }
  .agenda a { grid-column: 3; }
  .rows li { grid-template-columns: 12rem 1fr; }
  .rows .facts { grid-column: 2; }
  form { grid-template-columns: repeat(4, 1fr) auto auto; }
  button { padding: 0 1.5rem; }
}
`;
