import type { DiagnosticFactory } from "../model/diagnostic.ts";
import { publishKey, sectionKey, withdrawnKey } from "./problems.ts";

/*
 * What other systems, and editors who know those, call the keys of a front matter. None of these is read.
 */

const words = (written: string): readonly string[] => written.split(" ");

/** Words that mean one of our fields: they are answered with it. */
export const MEANT = {
  title: words("题目"),
  date: words(
    "时间 发布日期 发稿时间 发稿日期 发表时间 发表日期 刊发时间 刊发日期 见报日期 datetime pubDate publishedAt",
  ),
  updated: words("更新时间 更新日期 修改时间 updatedAt lastmod modified"),
  tags: words("关键词 关键字 keywords"),
  summary: words("简介 导语 提要 description"),
  source: words("稿源 出处 转载 供稿单位 publisher"),
  authors: words("作者 采写 撰稿 撰文"),
  correspondents: words("供稿 投稿 来稿"),
  editor: words("责任编辑 责编"),
  cover: words("封面 头图 配图 图片 image"),
  draft: words("初稿 不发布 暂不发布 不公开 隐藏 保密 hidden private isDraft"),
  publishAt: words(
    "定时 定时发布 定时发布时间 上线 上线时间 上线日期 解禁 解禁时间 解禁日期 embargo publishDate publishTime publishOn",
  ),
  expires: [
    ...words("下线 下线日期 下线日 下架 下架时间 下架日期 到期 到期时间 到期日 到期日期 有效期 有效期至"),
    ...words("过期 过期时间 过期日期 截止 截止时间 截止日期"),
    ...words("expiry expiryDate expiresAt expireDate expirationDate unpublish unpublishAt"),
  ],
  corrections: words("勘误"),
  withdrawn: words("撤回 撤下 撤销 撤除 删稿 withdrawal retracted"),
};

/** An article's section is its folder. */
export const sectionKeys = answer("栏目 频道 分类 section category categories", sectionKey);

/** They say whether a text is out, where we say that it is not: `发布: 否` is a draft, and `草稿: 否` is published. */
export const publishKeys = answer(
  "发布 是否发布 公开 可见 显示 状态 publish published public visible status",
  publishKey,
);

/** What is said of a withdrawal in lines of their own. */
export const withdrawnKeys = answer("撤稿日期 撤稿时间 撤稿原因 撤稿理由 撤稿说明", withdrawnKey);

function answer(written: string, problem: DiagnosticFactory<[string]>) {
  return Object.fromEntries(words(written).map((word) => [word, problem]));
}
