import encodeQR from "qr";

/** A longer text fits no code. */
const MOST_BYTES = 2900;

/** Light modules around the code, as the standard asks. */
const QUIET = 4;

/**
 * The QR code of a text as an inline SVG, a unit a module, with four modules of quiet around it. Black on white whatever the
 * theme: a camera must read it. Empty for a text of more than 2,900 bytes.
 */
export function qrSvg(text: string): string {
  if (text === "" || new TextEncoder().encode(text).length > MOST_BYTES) return "";
  // One mask for all: the best of eight is ten times the work, and a reader takes any.
  const rows = encodeQR(text, "raw", { ecc: "low", border: QUIET, mask: 1 });
  const size = rows.length;
  const shape = `viewBox="0 -0.5 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true" focusable="false"`;
  const paper = `<path fill="#fff" d="M0 -0.5h${size}v${size}H0z"/>`;
  return `<svg class="qr" ${shape}>${paper}<path stroke="#000" d="${rows.map(stroke).join("")}"/></svg>`;
}

/** A line along the middle of a row, drawn where modules are dark. */
function stroke(row: readonly boolean[], y: number): string {
  let path = "";
  let pen: number | undefined;
  for (let start = row.indexOf(true); start >= 0; start = row.indexOf(true, pen)) {
    const light = row.indexOf(false, start);
    const end = light < 0 ? row.length : light;
    path += `${pen === undefined ? `M${start} ${y}` : `m${start - pen} 0`}h${end - start}`;
    pen = end;
  }
  return path;
}
