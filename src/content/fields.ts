import { z } from "zod";
import { remember } from "../model/remember.ts";
import { emptyText } from "../yaml/problems.ts";
import { flag, oneOrMany, refuse, refuseKey, shorthand, text, webAddress, whole } from "../yaml/scalars.ts";
import { endOf, readStamp, usualForm } from "./dates.ts";
import { turnsDirection, withoutHiddenMarks } from "./hiddenMarks.ts";
import { isSlug, readOldPath } from "./names.ts";
import { MEANT, publishKeys, sectionKeys, withdrawnKeys } from "./otherNames.ts";
import {
  badAlias,
  badLayout,
  badSlug,
  bidiOverride,
  flagOrDate,
  impossibleDate,
  unreadableDate,
} from "./problems.ts";

/*
 * The front matter's fields with their types. `meta({ zh })` is a field's Chinese name, `about` its line in the
 * reference of the documentation. A slip in a key that `hides` an article would publish it. `meant` are its names elsewhere; see
 * yaml/unknownKeys.ts.
 */

/** Text that stands in titles, addresses and tags: in one Unicode form, with no hidden change of direction and more than characters without width. */
const visibleText = (most?: number) =>
  text(most).transform((written, context) => {
    if (turnsDirection(written)) return refuseKey(context, bidiOverride);
    const visible = withoutHiddenMarks(written).trim();
    return visible === "" ? refuseKey(context, emptyText) : visible.normalize("NFC");
  });

const stamp = (timeZone: string) =>
  text(60).transform((written, context) => {
    const stamp = readStamp(written, timeZone);
    if (typeof stamp === "object") return stamp;
    // That the form is another matters less than that there is no such day.
    const problem = stamp === "unreadable" ? readStamp(usualForm(written) ?? "", timeZone) : stamp;
    const factory = problem === "impossible" ? impossibleDate : unreadableDate;
    return refuse(context, (place) => factory(place, written));
  });

/** Up to the end of the day, where a day was written. */
const until = (timeZone: string) => stamp(timeZone).transform((given) => endOf(given, timeZone));

const flagOrUntil = (timeZone: string) =>
  z.string().transform((written, context) => {
    const parsed = flag().safeParse(written);
    if (parsed.success) return parsed.data;
    const stamp = readStamp(written, timeZone);
    if (stamp === "unreadable") return refuse(context, (place, key) => flagOrDate(place, key, written));
    if (stamp === "impossible") return refuse(context, (place) => impossibleDate(place, written));
    return endOf(stamp, timeZone);
  });

const flagOrText = () =>
  z.string().transform((written) => {
    const parsed = flag().safeParse(written);
    return parsed.success ? parsed.data : written.trim();
  });

const slug = () =>
  visibleText(120).transform((written, context) =>
    isSlug(written) ? written.normalize("NFC") : refuse(context, (place) => badSlug(place, written)),
  );

const alias = () =>
  text(1000).transform((written, context) => {
    const path = readOldPath(written);
    return path ?? refuse(context, (place) => badAlias(place, written));
  });

const person = () =>
  shorthand(
    "name",
    z.strictObject({
      name: visibleText(60).meta({ zh: "姓名", also: ["名字"] }),
      unit: text(60).optional().meta({ zh: "单位" }),
    }),
  );

const cover = () =>
  shorthand(
    "src",
    z.strictObject({
      src: text(1000).meta({ zh: "图片" }),
      alt: text(300).optional().meta({ zh: "替代文字" }),
      caption: text(500)
        .optional()
        .meta({ zh: "说明", also: ["图说"] }),
      credit: text(100)
        .optional()
        .meta({ zh: "摄影", also: ["作者"] }),
    }),
  );

const layout = () =>
  text(60).transform((written, context) =>
    /^[\p{L}\p{N}_-]+$/u.test(written) ? written : refuse(context, (place) => badLayout(place, written)),
  );

/** The schema of an article's front matter for a site in `timeZone`. */
export const articleFields = remember((timeZone: string) =>
  makeArticleFields(timeZone).meta({
    elsewhere: { ...sectionKeys, ...publishKeys, ...withdrawnKeys },
  }),
);

function makeArticleFields(timeZone: string) {
  const moment = () => stamp(timeZone);
  return z.strictObject({
    title: visibleText(200).meta({ zh: "标题", meant: MEANT.title }),
    date: moment()
      .optional()
      // A date to come keeps an article from readers too.
      .meta({ zh: "日期", hides: "later", meant: MEANT.date }),
    updated: moment().optional().meta({ zh: "更新", meant: MEANT.updated }),
    tags: oneOrMany(visibleText(60)).optional().meta({ zh: "标签", meant: MEANT.tags }),
    summary: text(1000).optional().meta({ zh: "摘要", meant: MEANT.summary }),
    source: shorthand(
      "name",
      z.strictObject({
        name: visibleText(100).meta({ zh: "名称" }),
        url: webAddress().optional().meta({ zh: "链接" }),
      }),
    )
      .optional()
      .meta({ zh: "来源", meant: MEANT.source }),
    authors: oneOrMany(person())
      .optional()
      .meta({ zh: "记者", also: ["author"], meant: MEANT.authors }),
    byline: text(200).optional().meta({ zh: "署名" }),
    correspondents: oneOrMany(visibleText(60)).optional().meta({ zh: "通讯员", meant: MEANT.correspondents }),
    editor: visibleText(60).optional().meta({ zh: "编辑", meant: MEANT.editor }),
    cover: cover().optional().meta({ zh: "题图", meant: MEANT.cover }),
    slug: slug().optional().meta({ zh: "网址" }),
    aliases: oneOrMany(alias()).optional().meta({ zh: "旧网址" }),
    draft: flag().optional().meta({ zh: "草稿", hides: true, meant: MEANT.draft }),
    publishAt: moment().optional().meta({ zh: "发布时间", hides: true, meant: MEANT.publishAt }),
    expires: until(timeZone).optional().meta({ zh: "下线时间", hides: true, meant: MEANT.expires }),
    pinned: flagOrUntil(timeZone).optional().meta({ zh: "置顶" }),
    hot: flag().optional().meta({ zh: "热门" }),
    related: oneOrMany(text(300)).optional().meta({ zh: "相关" }),
    relatedExclude: oneOrMany(text(300)).optional().meta({ zh: "不相关" }),
    corrections: oneOrMany(
      z.strictObject({
        date: moment().meta({ zh: "日期" }),
        text: text(2000).meta({ zh: "内容", also: ["文字"] }),
      }),
    )
      .optional()
      .meta({ zh: "更正", meant: MEANT.corrections }),
    withdrawn: z
      .strictObject({ date: moment().meta({ zh: "日期" }), reason: text(500).meta({ zh: "原因" }) })
      .optional()
      .meta({ zh: "撤稿", hides: true, meant: MEANT.withdrawn }),
    aigc: flagOrText().optional().meta({ zh: "AI生成" }),
    layout: layout().optional().meta({ zh: "版式" }),
    extra: z.record(z.string(), z.unknown()).optional().meta({ zh: "附加" }),
  });
}

/** The schema of a plain page's front matter. */
export const pageFields = z
  .strictObject({
    title: visibleText(200).meta({ zh: "标题" }),
    description: text(1000)
      .optional()
      .meta({ zh: "摘要", also: ["summary"] }),
    slug: slug().optional().meta({ zh: "网址" }),
    aliases: oneOrMany(alias()).optional().meta({ zh: "旧网址" }),
    draft: flag().optional().meta({ zh: "草稿", hides: true, meant: MEANT.draft }),
  })
  .meta({ elsewhere: publishKeys });

/** The schema of a section's `_index.md`. */
export const sectionFields = z.strictObject({
  title: visibleText(60).meta({ zh: "标题" }),
  order: whole(0, 10_000)
    .optional()
    .meta({ zh: "顺序", also: ["排序"] }),
  description: text(1000)
    .optional()
    .meta({ zh: "简介", also: ["摘要"] }),
  cover: cover().optional().meta({ zh: "题图" }),
  aliases: oneOrMany(alias()).optional().meta({ zh: "旧网址" }),
});
