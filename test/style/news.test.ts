import { describe, expect, it } from "vitest";
import { lintText, mendText } from "../../src/style/lint.ts";

const ALL_RULES: ReadonlySet<string> = new Set();
const HEAD = "---\n标题: 云河新闻\n---\n\n";

/** As a copy editor leaves them. */
const CLEAN: readonly string[] = [
  "**云河讯**（记者 张三 通讯员 李四）4月20日晚，云河队在主场以3:2险胜罗庄队，半场比分1:1，点球大战5-4。",
  "比赛10:30开始，10:00—10:20检录；次日9:00前到场的，凭票入场，票价1,000元。",
  "全年完成投资1.5亿元，同比增长24.5%，其中工业占62.3%，居全省第1、2位。",
  "今年“双11”期间快递量增长3.5倍，3.15晚会、3·15晚会都点了名；“五·一二”不能忘。",
  "C919首飞云河，iPhone 17开售，5G+工业互联网、AI+教育、PM2.5、H7N9成为热词。",
  "详见 https://www.yunhe.gov.cn/art/2026/3/1/art_1_2.html?a=1,2&b=3，或发邮件至 news@yunhe.gov.cn。",
  "网站是云河.中国，也可打开 https://云河.中国/新闻?页=1，或看官网（www.yunhe.gov.cn）。",
  "《云河日报》刊发《“双11”里的云河》一文，《人民日报》（海外版）转载。",
  "“我问他：‘你去不去？’他说：‘不去！’”王大爷回忆，“那时候……唉。”",
  "京沪高铁北京—上海段——也就是最长的一段——2024—2026年大修。",
  "No.1 是谁？A.I. 时代的 U.S. 记者和J.K.罗琳、T.S.艾略特、乔治·R.R.马丁都来了。",
  "市长用英语说：“Nice to meet you, Mr. Wang! How are you?”又说“Wait...”，一曲《Hello, Goodbye!》唱罢。",
  "运行 `npm run build -- --out 目录,甲` 即可，加上--fix更好，用法见 [说明](help.md#a,b)。",
  "<ruby>云河<rt>yún,hé</rt></ruby>是<span title='甲,乙'>小城</span>，气温-5℃～3℃，风力3~5级。",
  '屏幕6.1"和6.7"两种，身高5\'10"的他供职于Yahoo!中国，今天好开心:)',
  "“……”他沉默了。“啊……”“嗯。”\n——编者",
  "| 项目 | 数量 | 比分 |\n| --- | ---: | :---: |\n| 甲队 | 1,000 | 3:2 |\n| 乙队 | 2.5 | -- |",
  "-----正文-----\n\n第一章........12\n\n姓名：————————",
  "1. 比例1.5:1\n2. 电话0539-1234567\n\n   ```sh\n   标题:甲,乙\n   ```\n\n> ```\n> 甲,乙\n> ```\n> 引文。",
  '<pre>\n标题:甲,乙\n</pre>\n\n<img\n  src="a.jpg"\n  alt="甲,乙"\n/>\n\n标签`<pre>`不常用。',
  "![大桥](a.jpg '甲,乙')\n\n> ::视频{src=a.mp4 标题=\"甲,乙\"}\n\n第1条[^1]\n\n[^1]: 见第2条。",
  "[1] 张三. 云河志[M]. 北京: 中华书局, 2020.\n\n李四. 湿地鸟类调查[J]. 生态学报, 2026, 46(3): 12-20.",
  "（接1版）▲图为大桥夜景。●民生实事 ①道路；25:23、25:18，总比分3:1；京B·12345；沪指3,300.12点，A股跌0.5%。",
];

/** As they come in, and as a copy editor mends them. */
const SLOPPY: readonly (readonly [written: string, mended: string])[] = [
  ['他说:"今天有雨,请带伞."', "他说：“今天有雨，请带伞。”"],
  ['“他说:"约翰.史密斯来了..."”', "“他说：‘约翰.史密斯来了……’”"],
  ["**注意:**雨大,路滑--请慢行!", "**注意：**雨大，路滑——请慢行！"],
  ["增长24.5%,居第1,2位;C919,首飞", "增长24.5%，居第1,2位；C919，首飞"],
  ["见[公告(第3号)](a.md),详情:https://a.cn/b", "见[公告（第3号）](a.md),详情：https://a.cn/b"],
  ['| 甲,乙 | "好" |\n| --- | --- |\n| 3:2 | -- |', "| 甲，乙 | “好” |\n| --- | --- |\n| 3:2 | -- |"],
  ["标签`<pre>`,不常用,真的", "标签`<pre>`,不常用，真的"],
  [
    "```\n甲,乙\n```\n今天,有雨\n> ```\n> 甲,乙\n> ```\n> 明天,晴",
    "```\n甲,乙\n```\n今天，有雨\n> ```\n> 甲,乙\n> ```\n> 明天，晴",
  ],
  ["：')乙\"'.\"", "：‘)乙“’。”"],
  ["住Ａ座,网址https://a.cn/Ａ", "住A座，网址https://a.cn/Ａ"],
];

describe("local news", () => {
  it.each(CLEAN)("is left alone where it is right: %s", (text) => {
    expect(lintText(HEAD + text, "a.md", ALL_RULES)).toEqual([]);
    expect(mendText(HEAD + text, ALL_RULES)).toBe(HEAD + text);
  });

  it.each(SLOPPY)("is mended once and for all: %s", (written, mended) => {
    expect(mendText(HEAD + written, ALL_RULES)).toBe(HEAD + mended);
    expect(mendText(HEAD + mended, ALL_RULES)).toBe(HEAD + mended);
  });
});
