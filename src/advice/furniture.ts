import type { Diagnostic } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import { missingFurniture } from "./problems.ts";

/** What a news site in China shows at its foot, and whether this one does. */
const FURNITURE: readonly {
  readonly zh: string;
  readonly en: string;
  readonly key: string;
  readonly has: (site: Site) => boolean;
}[] = [
  { zh: "主办单位", en: "the publisher", key: "publisher", has: ({ publisher }) => publisher !== undefined },
  { zh: "ICP备案号", en: "the ICP number", key: "licences", has: (site) => hasLicence(site, /ICP/i) },
  {
    zh: "公安备案号",
    en: "the public security number",
    key: "licences",
    has: (site) => hasLicence(site, /公安|公网安备/),
  },
  {
    zh: "互联网新闻信息服务许可证",
    en: "the licence for news on the internet",
    key: "licences",
    has: (site) => hasLicence(site, /新闻信息服务/),
  },
  {
    zh: "举报电话或网址",
    en: "a telephone or address for reports",
    key: "reportLine",
    has: ({ reportLine }) => Boolean(reportLine?.phone ?? reportLine?.url),
  },
  {
    zh: "联系电话或邮箱",
    en: "a telephone or e-mail address",
    key: "contact",
    has: ({ contact }) => Boolean(contact?.phone ?? contact?.email),
  },
];

/** What a Chinese site has to show and does not, in one problem. */
export function adviseFurniture(site: Site): Diagnostic[] {
  const missing = FURNITURE.filter(({ has }) => !has(site));
  return missing.length === 0 ? [] : [missingFurniture({ file: "content/site.yaml" }, missing)];
}

function hasLicence({ licences }: Site, kind: RegExp): boolean {
  return licences.some(({ label, number }) => kind.test(label) || kind.test(number));
}
