import { encode } from "uqr";

/** A longer text fits no code. */
const MOST_BYTES = 2900;

/**
 * The QR code of a text as an inline SVG, a unit a module, with the four modules of quiet that the standard asks for. Black
 * on white whatever the theme: a camera must read it. Empty for a text of more than 2,900 bytes.
 */
export function qrSvg(text: string): string {
  if (text === "" || new TextEncoder().encode(text).length > MOST_BYTES) return "";
  // One mask for all: the best of eight is ten times the work, and a reader takes any.
  const { data, size } = encode(text, { ecc: "L", border: 4, maskPattern: 1 });
  const shape = `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true" focusable="false"`;
  return `<svg class="qr" ${shape}><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs(data)}"/></svg>`;
}

/** The dark modules, a bar for each run in a row. */
function runs(rows: readonly (readonly boolean[])[]): string {
  const bars = rows.flatMap((row, y) =>
    row.map((isDark, x) => {
      if (!isDark || row[x - 1] === true) return "";
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
    }),
  );
  return bars.join("");
}
