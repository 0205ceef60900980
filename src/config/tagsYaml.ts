import { z } from "zod";
import { type Diagnostic, hasErrors, type Parsed, type Place } from "../model/diagnostic.ts";
import { emptyTaxonomy, type TagKey, type Taxonomy, tagKey } from "../model/taxonomy.ts";
import { readYaml } from "../yaml/failsafe.ts";
import type { YamlMap } from "../yaml/node.ts";
import { notAMap } from "../yaml/problems.ts";
import { oneOrMany, text } from "../yaml/scalars.ts";
import { readTyped } from "../yaml/typed.ts";
import { tagClash, tagCycle } from "./problems.ts";

/** The schema of one tag of tags.yaml. */
export const tagFields = z.strictObject({
  label: text(60).optional().meta({ zh: "显示" }),
  aliases: oneOrMany(text(60)).optional().meta({ zh: "别名" }),
  parent: text(60).optional().meta({ zh: "上级" }),
});

interface NamedTag {
  readonly name: string;
  readonly place: Place;
  readonly fields: z.output<typeof tagFields>;
  /** Where a field stands: `/aliases/0`. */
  readonly placeOf: (path: string) => Place;
}

/** Reads tags.yaml: a map from a tag's name to its label, aliases and parent. The value is undefined where there is an error. */
export function parseTags(source: string, file: string): Parsed<Taxonomy | undefined> {
  const yaml = readYaml(source, file);
  if (hasErrors(yaml.diagnostics)) return { value: undefined, diagnostics: yaml.diagnostics };
  if (yaml.value === undefined) return { value: emptyTaxonomy, diagnostics: [] };
  if (yaml.value.kind !== "map") return { value: undefined, diagnostics: [notAMap(yaml.value.place)] };
  const { tags, diagnostics } = readTags(yaml.value);
  const names = claimNames(tags);
  const parents = readParents(tags, names.aliases);
  const all = [...diagnostics, ...names.diagnostics, ...parents.diagnostics];
  if (hasErrors(all)) return { value: undefined, diagnostics: all };
  const labels = new Map(tags.map(({ name, fields }) => [tagKey(name), fields.label ?? name]));
  return { value: { labels, aliases: names.aliases, parents: parents.parents }, diagnostics: all };
}

function readTags(map: YamlMap): {
  readonly tags: readonly NamedTag[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const tags = map.entries.flatMap(({ key, place, value }) => {
    const isBare = value.kind === "text" && value.text === "";
    const typed = readTyped(tagFields, isBare ? undefined : value, place, { strictKeys: true });
    diagnostics.push(...typed.diagnostics);
    return typed.value === undefined
      ? []
      : [{ name: key, place, fields: typed.value, placeOf: typed.placeOf }];
  });
  return { tags, diagnostics };
}

/** Each spelling, a tag's own name included, may belong to one tag. */
function claimNames(tags: readonly NamedTag[]): {
  readonly aliases: ReadonlyMap<TagKey, TagKey>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const owners = new Map<TagKey, string>();
  const aliases = new Map<TagKey, TagKey>();
  const diagnostics: Diagnostic[] = [];
  const claim = (spelling: string, name: string, place: Place) => {
    const owner = owners.get(tagKey(spelling)) ?? name;
    owners.set(tagKey(spelling), owner);
    if (owner !== name) diagnostics.push(tagClash(place, spelling, owner, name));
  };
  for (const { name, place } of tags) claim(name, name, place);
  for (const { name, fields, placeOf } of tags) {
    for (const { spelling, path } of spellingsOf(fields)) {
      claim(spelling, name, placeOf(path));
      if (tagKey(spelling) !== tagKey(name)) aliases.set(tagKey(spelling), tagKey(name));
    }
  }
  return { aliases, diagnostics };
}

function spellingsOf({ label, aliases = [] }: NamedTag["fields"]) {
  const others = aliases.map((spelling, index) => ({ spelling, path: `/aliases/${index}` }));
  return label === undefined ? others : [{ spelling: label, path: "/label" }, ...others];
}

function readParents(
  tags: readonly NamedTag[],
  aliases: ReadonlyMap<TagKey, TagKey>,
): { readonly parents: ReadonlyMap<TagKey, TagKey>; readonly diagnostics: readonly Diagnostic[] } {
  const parents = new Map<TagKey, TagKey>();
  for (const { name, fields } of tags) {
    if (fields.parent === undefined) continue;
    const parent = tagKey(fields.parent);
    parents.set(tagKey(name), aliases.get(parent) ?? parent);
  }
  const diagnostics: Diagnostic[] = [];
  for (const { name, placeOf } of tags) {
    const cycle = cycleFrom(tagKey(name), parents);
    if (cycle === undefined) continue;
    diagnostics.push(tagCycle(placeOf("/parent"), cycle));
    // Cut here, so that one circle is told once.
    parents.delete(tagKey(name));
  }
  return { parents, diagnostics };
}

function cycleFrom(start: TagKey, parents: ReadonlyMap<TagKey, TagKey>): readonly TagKey[] | undefined {
  const path: TagKey[] = [start];
  for (let parent = parents.get(start); parent !== undefined; parent = parents.get(parent)) {
    path.push(parent);
    if (parent === start) return path;
    // A circle further up, which this tag only leads to, is told at one of its own tags.
    if (path.length > parents.size + 1) return undefined;
  }
  return undefined;
}
