/** A picture of that size, whose bytes no other size shares. */
export function svg(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 0h1v1z"/></svg>\n`;
}
