import type { BlockContent, DefinitionContent, PhrasingContent } from "mdast";

type Child = BlockContent | DefinitionContent | PhrasingContent;

/** A piece of the tree that already knows its element: what a block directive becomes. */
export interface Shaped {
  type: "shaped";
  data: { hName: string; hProperties: Readonly<Record<string, string | string[]>> };
  children: Child[];
  position?: NonNullable<DefinitionContent["position"]>;
}

declare module "mdast" {
  interface BlockContentMap {
    shaped: Shaped;
  }
  interface RootContentMap {
    shaped: Shaped;
  }
}

/** Makes the piece for one element. */
export function shaped(
  name: string,
  properties: Readonly<Record<string, string | string[]>>,
  children: readonly Child[],
  { position }: { readonly position?: Shaped["position"] | undefined } = {},
): Shaped {
  return {
    type: "shaped",
    data: { hName: name, hProperties: properties },
    children: [...children],
    ...(position === undefined ? {} : { position }),
  };
}
