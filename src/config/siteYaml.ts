import { z } from "zod";
import type { Written } from "../model/article.ts";
import { hasErrors, type Parsed, type Place } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import { readYaml } from "../yaml/failsafe.ts";
import { flag, isWebAddress, oneOrMany, refuse, text, webAddress, whole } from "../yaml/scalars.ts";
import { readTyped } from "../yaml/typed.ts";
import { badHost, badLanguage, badLink, badPermalink, badTimeZone } from "./problems.ts";

/** A path of the site or an address elsewhere: all that a template may print into an `href`. */
const link = () =>
  text(500).transform((written, context) =>
    /^\/(?!\/)/.test(written) || /^(?:mailto|tel):/.test(written) || isWebAddress(written)
      ? written
      : refuse(context, (place) => badLink(place, written)),
  );

const timeZone = () =>
  text(60).transform((written, context) =>
    isTimeZone(written) ? written : refuse(context, (place) => badTimeZone(place, written)),
  );

const language = () =>
  text(35).transform((written, context) =>
    isLanguage(written) ? written : refuse(context, (place) => badLanguage(place, written)),
  );

const permalink = () =>
  text(200).transform((written, context) =>
    isPermalink(written) ? written : refuse(context, (place) => badPermalink(place, written)),
  );

const host = () =>
  text(253).transform((written, context) =>
    /^[a-z0-9.-]+(?::\d{1,5})?$/i.test(written)
      ? written.toLowerCase()
      : refuse(context, (place) => badHost(place, written)),
  );

const named = z.strictObject({ title: text(60).meta({ zh: "标题" }), url: link().meta({ zh: "链接" }) });

const lists = z.strictObject({
  related: z
    .strictObject({
      count: whole(0, 50).prefault("6"),
      halfLifeDays: whole(1, 10_000).prefault("90"),
      implicitTags: flag().prefault("true"),
    })
    .prefault({}),
  hot: z.strictObject({ count: whole(0, 100).prefault("10") }).prefault({}),
  latest: z.strictObject({ count: whole(0, 100).prefault("10") }).prefault({}),
  rails: z.enum(["auto", "baked", "fetch", "include"]).prefault("auto"),
  includeSyntax: z.enum(["ssi", "esi"]).prefault("ssi"),
  bakeUpTo: whole(0, 10_000_000).prefault("2000"),
  bakeDays: whole(0, 10_000).prefault("7"),
  perPage: whole(1, 1000).prefault("20"),
});

/** The schema of site.yaml. */
export const siteFields = z.strictObject({
  title: text(100).meta({ zh: "站名", also: ["标题"] }),
  slogan: text(200).optional().meta({ zh: "口号" }),
  description: text(500).optional().meta({ zh: "简介" }),
  url: webAddress().meta({ zh: "网址" }),
  language: language().prefault("zh-CN").meta({ zh: "语言" }),
  timeZone: timeZone().prefault("Asia/Shanghai").meta({ zh: "时区" }),
  permalinks: z.strictObject({ article: permalink().prefault("/:year/:month:day/:slug.html") }).prefault({}),
  lists: lists.prefault({}),
  feeds: z.strictObject({ items: whole(1, 500).prefault("20") }).prefault({}),
  navigation: oneOrMany(named).optional().meta({ zh: "导航" }),
  publisher: z
    .strictObject({ name: text(100).meta({ zh: "名称" }), logo: link().optional(), url: link().optional() })
    .optional()
    .meta({ zh: "主办单位" }),
  editorInChief: text(60).optional().meta({ zh: "总编辑" }),
  contact: z
    .strictObject({
      phone: text(60).optional().meta({ zh: "电话" }),
      email: text(200).optional().meta({ zh: "邮箱" }),
      address: text(300).optional().meta({ zh: "地址" }),
    })
    .optional()
    .meta({ zh: "联系方式" }),
  licences: oneOrMany(z.strictObject({ label: text(100), number: text(100), url: link().optional() }))
    .optional()
    .meta({ zh: "许可证" }),
  reportLine: z
    .strictObject({ phone: text(60).optional(), url: link().optional() })
    .optional()
    .meta({ zh: "举报" }),
  copyright: text(500).optional().meta({ zh: "版权" }),
  links: z.strictObject({ ignore: oneOrMany(text(200)).optional() }).prefault({}),
  media: z.strictObject({ hosts: oneOrMany(host()).optional() }).prefault({}),
  search: z.strictObject({ index: flag().prefault("true"), fallback: webAddress().optional() }).prefault({}),
  check: z
    .strictObject({ off: oneOrMany(text(60)).optional() })
    .prefault({})
    .meta({ zh: "检查" }),
  social: z.strictObject({ cards: z.enum(["section", "article"]).prefault("section") }).prefault({}),
});

/** Reads site.yaml and fills in its defaults. The value is undefined where there is an error. */
export function parseSite(source: string, file: string): Parsed<Site | undefined> {
  const yaml = readYaml(source, file);
  if (hasErrors(yaml.diagnostics)) return { value: undefined, diagnostics: yaml.diagnostics };
  const typed = readTyped(siteFields, yaml.value, { file, line: 1, column: 1 }, { strictKeys: true });
  const diagnostics = [...yaml.diagnostics, ...typed.diagnostics];
  if (typed.value === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const { url, links, media, search, licences, check, ...rest } = typed.value;
  const value: Site = {
    ...rest,
    ...siteAddress(url),
    licences: licences ?? [],
    links: { ignore: links.ignore ?? [], given: givenLinks(typed.value, typed.placeOf) },
    media: { hosts: media.hosts ?? [] },
    search,
    check: { off: check.off ?? [] },
  };
  return { value, diagnostics };
}

function givenLinks(
  { navigation, publisher, reportLine, licences }: z.output<typeof siteFields>,
  placeOf: (path: string) => Place,
): Written<string>[] {
  const links: readonly (readonly [path: string, url: string | undefined])[] = [
    ...(navigation ?? []).map(({ url }, index) => [`/navigation/${index}/url`, url] as const),
    ["/publisher/url", publisher?.url],
    ["/publisher/logo", publisher?.logo],
    ["/reportLine/url", reportLine?.url],
    ...(licences ?? []).map(({ url }, index) => [`/licences/${index}/url`, url] as const),
  ];
  return links.flatMap(([path, value]) => (value === undefined ? [] : [{ value, place: placeOf(path) }]));
}

/** An address as the site's origin and the path below which it stands. */
export function siteAddress(url: string): Pick<Site, "origin" | "basePath"> {
  const { origin, pathname } = new URL(url);
  return { origin, basePath: pathname.replace(/\/+$/, "") };
}

function isTimeZone(written: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: written });
    return true;
  } catch {
    return false;
  }
}

function isLanguage(written: string): boolean {
  try {
    return Intl.getCanonicalLocales(written).length === 1;
  } catch {
    return false;
  }
}

function isPermalink(written: string): boolean {
  const words = [...written.matchAll(/:([a-z]+)/g)].map(([, word]) => word ?? "");
  const known = new Set(["year", "month", "day", "slug", "section"]);
  return (
    /^\/[^\\?#%\s]*(?:\.html|\/)$/.test(written) &&
    words.includes("slug") &&
    words.every((word) => known.has(word)) &&
    !/\/\/|\/\.\.?\//.test(written)
  );
}
