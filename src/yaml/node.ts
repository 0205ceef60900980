import type { Place } from "../model/diagnostic.ts";

/** A YAML value with the place of every part. All scalars are text: a schema gives them their type. */
export type YamlNode = YamlText | YamlList | YamlMap;

interface YamlText {
  readonly kind: "text";
  readonly text: string;
  /** A comment on the same line: for a plain scalar it may be a part that ` #` cut off. */
  readonly comment?: string;
  readonly place: Place;
}

interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly place: Place;
}

export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly { readonly key: string; readonly place: Place; readonly value: YamlNode }[];
  readonly place: Place;
}
