import type { Text } from "../model/diagnostic.ts";
import type { Listing } from "../pages/listings.ts";
import type { Event } from "./agenda.ts";
import type { DeskState } from "./rows.ts";

/** What the desk says, in the language of messages to editors. */
export const DESK_WORDS = {
  desk: { zh: "编辑台", en: "Desk" },
  site: { zh: "看样张", en: "The site" },
  articles: { zh: "全部文章", en: "Articles" },
  filter: { zh: "筛选", en: "Filter" },
  all: { zh: "全部", en: "all" },
  show: { zh: "看结果", en: "Show" },
  clear: { zh: "清除筛选", en: "Clear" },
  section: { zh: "栏目", en: "Section" },
  tag: { zh: "标签", en: "Tag" },
  editor: { zh: "编辑", en: "Editor" },
  state: { zh: "状态", en: "State" },
  none: { zh: "没有符合条件的文章。", en: "No article is like that." },
  newer: { zh: "上一页", en: "Previous page" },
  older: { zh: "下一页", en: "Next page" },
  pages: { zh: "翻页", en: "Pages" },
  agenda: { zh: "接下来的变化", en: "What will change" },
  noAgenda: {
    zh: "没有等着发布、下线或取消置顶的文章。",
    en: "Nothing waits to appear, to leave or to be unpinned.",
  },
  problems: { zh: "问题", en: "Problems" },
  noProblems: { zh: "没有问题。", en: "No problems." },
  error: { zh: "错误", en: "Error" },
  warning: { zh: "警告", en: "Warning" },
  stale: {
    zh: "有错误，改好之前，下面是上一次没有错误时的样子。",
    en: "There are errors: until they are mended, what follows is from the last edition without them.",
  },
  empty: {
    zh: "还没有一次没有错误的样子可看。",
    en: "There has been no edition without errors yet.",
  },
  reading: {
    zh: "正在读稿件，读完这里自己更新。",
    en: "The articles are being read; this page will follow by itself.",
  },
  unread: {
    zh: "这篇稿子有错误，还没有读出来过。",
    en: "This article has errors and has not been readable yet.",
  },
  notFound: { zh: "没有这篇文章", en: "There is no such article" },
  page: { zh: "看这篇的样张", en: "See its page" },
  facts: { zh: "稿件信息", en: "What it says of itself" },
  related: { zh: "相关阅读", en: "Related" },
  noRelated: { zh: "没有：站内没有别的文章可列。", en: "None: there is no other article to list." },
  lists: { zh: "列在哪里", en: "Where it is listed" },
  asIfPublished: {
    zh: "读者现在看不到这篇。下面按草稿、待发布和已下线的全都发布来算。",
    en: "Readers do not see this article now. What follows takes all drafts, scheduled and expired articles for published.",
  },
  hot: { zh: "热门", en: "Hot" },
  latest: { zh: "最新", en: "Latest" },
  notLatest: { zh: "不在最新里", en: "not in the latest list" },
  looks: { zh: "外观", en: "How it looks" },
  inLists: { zh: "在列表里", en: "In lists" },
  inSearch: { zh: "在搜索结果里", en: "In a search result" },
  shared: { zh: "转发时", en: "When shared" },
  noDescription: { zh: "（没有摘要，由搜索引擎自己选）", en: "(no description: the search engine chooses)" },
  noPicture: { zh: "（没有图片）", en: "(no picture)" },
  unlisted: { zh: "已撤稿，不在任何列表里。", en: "Withdrawn: it stands in no list." },
} as const satisfies Readonly<Record<string, Text>>;

export const STATE_WORDS: Readonly<Record<DeskState, Text>> = {
  broken: { zh: "有错误", en: "broken" },
  draft: { zh: "草稿", en: "draft" },
  scheduled: { zh: "待发布", en: "scheduled" },
  published: { zh: "已发布", en: "published" },
  expired: { zh: "已下线", en: "expired" },
  withdrawn: { zh: "已撤稿", en: "withdrawn" },
};

export const EVENT_WORDS: Readonly<Record<Event["kind"], Text>> = {
  appears: { zh: "发布", en: "appears" },
  unpins: { zh: "取消置顶", en: "is unpinned" },
  leaves: { zh: "下线", en: "leaves" },
};

export const PLACE_WORDS: Readonly<Record<Listing["kind"], Text>> = {
  section: { zh: "栏目", en: "Section" },
  tag: { zh: "标签", en: "Tag" },
  author: { zh: "记者", en: "Reporter" },
  archive: { zh: "往期", en: "Archive" },
  latest: { zh: "滚动", en: "All news" },
};

/** “共 312 篇，第 2 页，共 4 页” */
export function countWords(total: number, page: number, pages: number): Text {
  const zh = `共 ${total} 篇`;
  const en = `${total} ${total === 1 ? "article" : "articles"}`;
  if (pages === 1) return { zh, en };
  return { zh: `${zh}，第 ${page} 页，共 ${pages} 页`, en: `${en}, page ${page} of ${pages}` };
}

/** What is said where a list is cut short. */
export function moreWords(left: number): Text {
  return { zh: `还有 ${left} 条没有列出。`, en: `${left} more are not listed.` };
}

/** “在最新里排第 3” */
export function latestWords(place: number): Text {
  return { zh: `在最新里排第 ${place}`, en: `number ${place} in the latest list` };
}
