import { defineDiagnostic, type Text } from "../model/diagnostic.ts";

/* The house style's problems. All are advice: `jianbao check` tells them, a build does not. */

function insteadOf(instead: string | undefined): Text | undefined {
  if (instead === undefined || instead === "") return undefined;
  return { zh: `改成“${instead}”`, en: `write “${instead}”` };
}

export const halfWidthSign = defineDiagnostic({
  code: "style/half-width",
  severity: "warning",
  cause: { zh: "中文里用了半角标点", en: "A half-width sign stands in Chinese text" },
  fix: { zh: "改成全角标点", en: "Write the full-width sign" },
  message: (written: string, _instead: string | undefined) => ({
    zh: `半角的“${written}”`,
    en: `the half-width “${written}”`,
  }),
  hint: (_written, instead) => insteadOf(instead),
});

export const halfWidthBrackets = defineDiagnostic({
  code: "style/brackets",
  severity: "warning",
  cause: { zh: "中文用了半角括号", en: "Half-width brackets stand around Chinese words" },
  fix: { zh: "改成（）", en: "Write （）" },
  message: (written: string, _instead: string | undefined) => ({
    zh: `半角括号“${written}”`,
    en: `half-width brackets in “${written}”`,
  }),
  hint: (_written, instead) => insteadOf(instead),
});

export const repeatedSign = defineDiagnostic({
  code: "style/repeated",
  severity: "warning",
  cause: { zh: "标点重复", en: "A sign stands twice" },
  fix: { zh: "只留一个；！和？最多叠用三个", en: "Leave one; ！ and ？ stand three times at most" },
  message: (written: string, _instead: string | undefined) => ({
    zh: `标点“${written}”重复`,
    en: `the signs “${written}” stand together`,
  }),
  hint: (_written, instead) => insteadOf(instead),
});

export const wrongEllipsis = defineDiagnostic({
  code: "style/ellipsis",
  severity: "warning",
  cause: { zh: "省略号写得不规范", en: "An ellipsis is not written as ……" },
  fix: { zh: "写成六个点的 ……", en: "Write ……" },
  message: (written: string, _instead: string | undefined) => ({
    zh: `省略号“${written}”不规范`,
    en: `“${written}” is not a Chinese ellipsis`,
  }),
  hint: (_written, instead) => insteadOf(instead),
});

export const wrongDash = defineDiagnostic({
  code: "style/dash",
  severity: "warning",
  cause: { zh: "破折号写得不规范", en: "A dash is not written as ——" },
  fix: { zh: "写成占两格的 ——", en: "Write ——" },
  message: (written: string, _instead: string | undefined) => ({
    zh: `破折号“${written}”不规范`,
    en: `“${written}” is not a Chinese dash`,
  }),
  hint: (_written, instead) => insteadOf(instead),
});

export const spaceAtSign = defineDiagnostic({
  code: "style/spaces",
  severity: "warning",
  cause: { zh: "全角标点旁边有空格", en: "A space stands beside a full-width sign" },
  fix: { zh: "删掉空格", en: "Delete the space" },
  message: (_written: string, _instead: string | undefined) => ({
    zh: "全角标点旁边有空格",
    en: "there is a space beside a full-width sign",
  }),
  hint: (_written, instead) => insteadOf(instead),
});

export const straightQuotes = defineDiagnostic({
  code: "style/quotes",
  severity: "warning",
  cause: { zh: "中文用了直引号", en: "Straight quotes stand around Chinese words" },
  fix: { zh: "改成“”，里层用‘’", en: "Write “”, and ‘’ inside them" },
  message: (written: string, _instead: string | undefined) => ({
    zh: `直引号${written}`,
    en: `the straight quote ${written}`,
  }),
  // In quotes of its own, a quote is hard to read.
  hint: (_written, instead) =>
    instead === undefined ? undefined : { zh: `改成 ${instead}`, en: `write ${instead}` },
});

export const wideLetters = defineDiagnostic({
  code: "style/wide-letters",
  severity: "warning",
  cause: { zh: "数字或字母是全角的", en: "Digits or Latin letters are full-width" },
  fix: { zh: "改成半角", en: "Write them half-width" },
  message: (written: string, _instead: string | undefined) => ({
    zh: `全角的“${written}”`,
    en: `the full-width “${written}”`,
  }),
  hint: (_written, instead) => insteadOf(instead),
});

export const wrongNameDot = defineDiagnostic({
  code: "style/name-dot",
  severity: "warning",
  cause: { zh: "人名里的间隔号不规范", en: "The dot within a name is not ·" },
  fix: { zh: "写成 ·", en: "Write ·" },
  message: (written: string, _instead: string | undefined) => ({
    zh: `间隔号“${written}”不规范`,
    en: `“${written}” is not the dot of names`,
  }),
  hint: (_written, instead) => insteadOf(instead),
});
