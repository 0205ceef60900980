import { readYaml } from "../../src/yaml/failsafe.ts";
import type { YamlNode } from "../../src/yaml/node.ts";

export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** A node without its places. */
export function toPlain(node: YamlNode): Plain {
  switch (node.kind) {
    case "text":
      return node.text;
    case "list":
      return node.items.map(toPlain);
    case "map":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, toPlain(value)]));
  }
}

/** The node at a path of keys and indices. */
export function nodeAt(text: string, ...path: readonly (string | number)[]): YamlNode {
  const { value } = readYaml(text, "f.yaml");
  return path.reduce((node: YamlNode | undefined, step) => {
    if (node?.kind === "map") return node.entries.find(({ key }) => key === step)?.value;
    return node?.kind === "list" ? node.items[Number(step)] : undefined;
  }, value) as YamlNode;
}
