/*
 * What the generated newsroom is about: an invented city, its people, and sentences with slots. A slot such as {place}
 * takes one of SLOTS.place; {number}, {small}, {share}, {month}, {day}, {hour} and {person} are made up on the spot.
 */

/** A section of the newsroom with its sub-sections. */
export interface Desk {
  readonly folder: string;
  readonly title: string;
  readonly children: readonly { readonly folder: string; readonly title: string }[];
}

export const DESKS: readonly Desk[] = [
  {
    folder: "news",
    title: "要闻",
    children: [
      { folder: "government", title: "政务" },
      { folder: "counties", title: "区县" },
      { folder: "city", title: "城事" },
    ],
  },
  {
    folder: "economy",
    title: "经济",
    children: [
      { folder: "industry", title: "产业" },
      { folder: "agriculture", title: "三农" },
      { folder: "projects", title: "项目" },
    ],
  },
  {
    folder: "life",
    title: "民生",
    children: [
      { folder: "health", title: "健康" },
      { folder: "traffic", title: "交通" },
      { folder: "weather", title: "天气" },
    ],
  },
  {
    folder: "culture",
    title: "文教",
    children: [
      { folder: "education", title: "教育" },
      { folder: "heritage", title: "文脉" },
      { folder: "tourism", title: "文旅" },
    ],
  },
  {
    folder: "sports",
    title: "体育",
    children: [
      { folder: "events", title: "赛事" },
      { folder: "fitness", title: "健身" },
      { folder: "schools", title: "校园体育" },
    ],
  },
];

export const OUTLETS: readonly string[] = ["澜江日报（示例）", "云溪融媒（示例）", "松岭广播（示例）"];

export const UNITS: readonly string[] = ["云河融媒记者", "云溪融媒记者", "松岭融媒记者", "石桥融媒记者"];

const SURNAMES = "林方唐叶周许沈陆姚顾丁邵卢秦宗屈冯程夏梁贺傅";
const GIVEN_FIRST = "晓一静初以知明思书子若清景远文佳承雨立安";
const GIVEN_SECOND = "禾鸣言晴安夏川舟宁远棠岚松桥月然帆秋石";

/** The surnames and given characters that reporters and the people of the stories are named from. */
export const NAMES = { surnames: [...SURNAMES], first: [...GIVEN_FIRST], second: [...GIVEN_SECOND] } as const;

/** The commonest tags, most frequent first. Rarer ones are put together from TAG_HEADS and TAG_TAILS. */
export const COMMON_TAGS: readonly string[] =
  `云河市 民生 经济 交通 教育 青石区 北岸区 柳湾区 云溪县 石桥县 松岭县 项目建设 乡村振兴 就业 天气 医疗 文旅 养老 社区治理 菜篮子
老旧小区改造 营商环境 非遗 云河大桥 义务教育 医保 春运 环保 物价 高铁 地铁1号线 防汛 公交 茶产业 消费 科技创新 志愿服务 食品安全 消防 招商引资
住房 图书馆 博物馆 马拉松 乡村旅游 柑橘 河长制 停车 夜经济 制造业 数据中心 垃圾分类 课后服务 校园足球 龙舟赛 绿道 供水 供暖 电动车 反诈 社区医院
家庭医生 春耕 秋收 渔业 香菇 电商直播 物流 机场 港口 外贸 小微企业 技能培训 公租房 加装电梯 社区食堂 托育 老年大学 地方戏 剪纸 古桥 老街
湿地 候鸟 森林防火 抗旱 寒潮 暴雨 高考 中考 春招 退役军人 残疾人 慈善 献血 疫苗`.split(/\s+/);

export const TAG_HEADS: readonly string[] =
  `镜湖 澜江 青石 北岸 柳湾 云溪 石桥 松岭 白鹭洲 桃花渡 望江 双塘 竹溪 枫林 石门 月亮湾 东门 西关 南津 鹿鸣 麦岭 杨梅坞 菱塘 凤栖
长滩 古渡 七里 金盆 芦荡 银杏 荷塘 河口 龙潭 乌桕 茶亭 梅岭 栗园 花溪 水口 莲峰 铁炉 盐渡 桂湖 瓦窑 沙洲 槐荫 马鞍 铜井 柏坡 绿洲
高坪 圩镇 红岩 滨河 新桥 大塘 三岔 泉眼 云台 枣林 棉湖 稻香 丝路 河东`.split(/\s+/);

export const TAG_TAILS: readonly string[] =
  `小学 中学 幼儿园 大桥 隧道 公园 码头 车站 市场 茶园 果园 合作社 工业园 水库 水厂 变电站 卫生院 养老院 文化站 体育馆 图书角 老街 古村 祠堂
庙会 灯会 渔歌 戏台 米酒 豆腐 草编 陶窑 竹编 油菜花 蜜橘 板栗 稻虾 大棚 冷库 快递站 公交线 绿道 湿地 堤防 泵站 污水厂 充电站 停车场
小区 街道 社区 食堂 夜市 集市 电梯 供水 改造 扩建 论坛 展会 招聘会 比赛 足球队 篮球赛 龙舟 徒步 骑行 书展 画展 讲座 义诊 培训
普查 规划 听证 征收 补贴 扶持 保险 贷款 租赁 拍卖 巡查 演练 救援 修缮 考古 直播 电影 纪录片 摄影 志愿队 宣讲 调解`.split(
    /\s+/,
  );

const PLACES =
  "青石区 北岸区 柳湾区 云溪县 石桥县 松岭县 镜湖街道 桃花渡镇 白鹭洲社区 望江街道 竹溪乡 枫林镇 双塘村 石门村 月亮湾小区 东门老街 麦岭镇 菱塘村 长滩镇 古渡社区 茶亭乡 梅岭村 花溪镇 水口村 莲峰乡 盐渡街道 桂湖社区 槐荫巷 铜井村 云台镇";
const OFFICES =
  "市交通运输部门 市水利部门 市教育部门 市卫生健康部门 市农业农村部门 市住房建设部门 市市场监管部门 市人力资源部门 市文化旅游部门 市体育部门 市气象台 市供电公司 市公交公司 市自来水公司 区政务服务中心 街道办事处 村委会 居委会 县农技站 市图书馆 市博物馆 市人民医院 县中医院 市消防救援支队";
const THINGS =
  "候车亭 步道 活动室 排水管 路灯 充电桩 护栏 电梯 阅览室 食堂 球场 冷库 烘干房 大棚 泵站 观测点 便民窗口 课后班 接驳车 水表 监测屏 晾晒场 停车位 宣传栏 无障碍坡道 雨水花园 滑梯 诊室 书架 码头";
const ROLES =
  "居民 村民 摊主 司机 教师 护士 技术员 班主任 店主 志愿者 队员 游客 学生家长 负责人 施工人员 种植户 养殖户 退休工人 讲解员 网格员";
const DOINGS =
  "挨家挨户听意见 把图纸贴在公告栏上 分三批更换旧设备 请专家到现场看过 每周公布一次进度 先在两个点试行 把窗口搬到楼下 夜里错峰施工 留出应急通道 和商户逐一签了约定 组织了两次演练 安排专人值守 重新核对了名单 把热线并成一个 给老人单独留了座位 调来四台抽水机 延长了开放时间 腾出一间仓库 把账目贴到村口 加开了早班车";
const RESULTS =
  "等候的时间短了一半 投诉比去年少了 往返少走一公里多 雨天不再积水 孩子放学有了去处 来办事的人当天能拿到结果 客流比上月多了两成 用水更稳了 成本降下来一些 摊位都租了出去 收成比往年早了半个月 老街重新热闹起来 报名的人超过了名额 故障率明显下降 晚上也亮堂了 订单排到了下个月";
const QUOTES =
  "这条路修好了，我们出门心里就踏实了。 先把一件小事办好，大家才信你。 以前要跑三趟，现在一趟就够。 数字好看不算数，要看群众点不点头。 孩子们喜欢，我们就接着办下去。 干了二十年，头一回见这么细的活。 雨再大也不怕，水有地方去。 钱花在哪里，墙上写得清清楚楚。 我们不求快，只求过十年还好用。 能在家门口上班，比什么都强。 老手艺要有人学，才算活着。 天气不等人，今晚必须干完。 多问一句，就少一个人白跑。 比赛输赢是一时的，身体是自己的。 树栽下去容易，养活才算本事。 订单来得急，大家轮着班做。 有了这间屋子，下雨天也能下棋。 这碗面还是从前的味道。";

/** What a slot of a sentence may take. */
export const SLOTS: Readonly<Record<string, readonly string[]>> = {
  place: PLACES.split(" "),
  office: OFFICES.split(" "),
  thing: THINGS.split(" "),
  role: ROLES.split(" "),
  doing: DOINGS.split(" "),
  result: RESULTS.split(" "),
  quote: QUOTES.split(" "),
  when: "清晨 上午 中午 傍晚 入夜后 周末 雨停之后 开工前 散场时 集市上".split(" "),
  season: "春耕 汛期 暑期 秋收 年关 开学季 旅游旺季 供暖季".split(" "),
  unit: "户 人 处 台 亩 米 吨 场 次 件".split(" "),
};

export const TITLES: readonly string[] = [
  "{place}{tag}迎来新变化：{number}{unit}{thing}投入使用",
  "{tag}怎么办？{office}回应{role}关心的{small}个问题",
  "{office}：{tag}工作{month}月起分{small}步推进",
  "{place}的{tag}，为什么{result}",
  "记者走访{place}：{thing}背后的{tag}",
  "{number}{unit}！{place}{tag}{season}成绩单出炉",
  "从{thing}看{tag}：{place}{doing}",
  "{season}将至，{office}就{tag}作出安排",
  "{place}{role}{person}和他的{tag}",
  "{tag}进入{season}，{place}{result}",
  "一处{thing}、{small}次调整：{tag}在{place}",
  "{when}的{place}：{tag}{share}%已经完成",
];

export const OPENINGS: readonly string[] = [
  "本网讯 {month}月{day}日，{office}通报{tag}的最新进展：{place}的{number}{unit}{thing}已经交付，{result}。",
  "本网讯 {when}，记者在{place}看到，{small}名工人正在安装{thing}。按照{office}的安排，{tag}的这一段将在{month}月{day}日前完工。",
  "{month}月{day}日{hour}时，{place}的{thing}正式启用。这是今年{tag}的第{small}处，{office}说，此前{doing}。",
  "本网讯 说起{tag}，{place}的{role}{person}有不少话。{small}年前他搬到这里时，附近连一处{thing}也没有。",
  "{season}刚过，{place}交出一份关于{tag}的答卷：{number}{unit}，比去年多{share}%。",
  "本网讯 {office}近日发布消息，{tag}将从{month}月{day}日起有新的办法，涉及{place}等{small}个地方的{number}{unit}。",
];

export const SENTENCES: readonly string[] = [
  "{office}{doing}，{result}。",
  "在{place}，{role}{person}指着新换的{thing}说，过去一到{season}就犯愁，如今{result}。",
  "据介绍，这项工作从{month}月{day}日开始，共涉及{number}{unit}，目前完成了{share}%。",
  "{when}，{place}的{thing}旁站了不少人，{role}们一边等一边商量下一步怎么安排。",
  "{person}做了{small}年{role}，他算过一笔账：每{unit}能省{number}元，一年下来不是小数。",
  "为了不影响{role}，施工队{doing}，每天{hour}时收工。",
  "记者查阅资料发现，{place}上一次更换{thing}还是{small}年前，当时只有{number}{unit}。",
  "{office}的工作人员说，名单已经公示，{day}天内可以提出意见。",
  "和去年{month}月相比，这一数字增加了{share}%，其中{place}的变化最大。",
  "也有{role}提出，{thing}离公交站还是远了些，希望再近{number}米。",
  "对此，{office}表示已经记下，将与{place}一起研究，{month}月底前答复。",
  "从{place}出发，沿着新修的路走{small}分钟，就到了{thing}。",
  "{small}天里，大家{doing}，光是电话就打了{number}次。",
  "{person}告诉记者，{season}最忙的时候，一天要接待{number}{unit}。",
  "按照计划，余下的{small}处{thing}将在{season}之前装好。",
  "现场没有仪式，{role}{person}第一个试了试，说“比想的还方便”。",
  "专家提醒，{season}期间早晚温差大，使用{thing}时要先看清标识。",
  "资金方面，{office}安排了{number}万元，{place}自筹{share}%，账目按季公开。",
  "有意思的是，{place}的{thing}最初并不被看好，{small}个月后却{result}。",
  "目前，{place}、石桥县等{small}个地方已经照着这个办法做了起来。",
  "如果遇到大风或暴雨，{thing}会暂停使用，恢复的时间以{office}的通知为准。",
  "{when}下了一阵小雨，{role}们把桌子搬进屋里，话题还是没有离开{thing}。",
  "统计显示，{share}%的{role}愿意多等{small}分钟，也不愿绕路去{place}。",
  "{person}说，他最看重的不是{thing}有多新，而是{result}。",
];

export const QUOTE_SENTENCES: readonly string[] = [
  "**“{quote}”**{place}的{role}{person}说。",
  "{role}{person}笑着说，**“{quote}”**",
  "**“{quote}”**{office}的一位工作人员这样解释，此前他们{doing}。",
  "记者问起{thing}，{person}想了想：**“{quote}”**旁边的{role}也点头。",
];

export const LINK_SENTENCES: readonly string[] = [
  "办理的条件和需要的材料，见[{office}的通知](https://www.yunhe-{slug}.example.com/notice/{number}.html)。",
  "完整的名单可以在[公示页面](https://gs.yunhe.example.com/list?id={number})查到，也可以拨打0000-1{number}。",
];

export const EARLIER_SENTENCES: readonly string[] = [
  "本网此前曾[报道{place}的情况]({earlier})，当时{thing}还没有动工。",
  "关于这件事的来由，可以看[早先的一篇报道]({earlier})。",
];

export const LIST_ITEMS: readonly string[] = [
  "{place}：{number}{unit}，{month}月{day}日前完成；",
  "{thing}每天{hour}时关闭，{season}期间另行通知；",
  "**{office}**负责{thing}的日常维护；",
  "{role}凭有效证件免费使用，每次不超过{small}小时；",
  "咨询电话0000-1{number}，{when}也有人接听；",
];

export const HEADINGS: readonly string[] = [
  "为什么选在{place}",
  "{small}个月，{number}{unit}",
  "接下来做什么",
  "算一笔{thing}的账",
  "{role}怎么看",
];

export const RAW_SENTENCES: readonly string[] = [
  "监测显示，{place}的PM<sub>2.5</sub>浓度为{small}微克，比{month}月低{share}%。",
  "{office}提醒，密闭空间里CO<sub>2</sub>浓度升高时要及时通风，{thing}附近尤其如此。",
];
