import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokensOf } from "../../src/search/tokens.ts";

interface Script {
  readonly wordsOf: (
    query: string,
    options?: { readonly isSpaced?: boolean; readonly strict?: boolean },
  ) => readonly (readonly string[])[];
}

// The page's script, which does nothing where there is no page.
const script = new URL("../../templates/assets/js/search.js", import.meta.url).href;
const { wordsOf } = (await import(script)) as Script;

const visible = (text: string, isSpaced = false) => tokensOf(text, isSpaced).replaceAll("\ua78f", "*");
const asked = (query: string, options?: { readonly strict?: boolean; readonly isSpaced?: boolean }) =>
  wordsOf(query, options).map((word) => word.join(" ").replaceAll("\ua78f", "*"));

describe("a text", () => {
  it("becomes every pair of neighbouring ideographs, and the last alone", () => {
    expect(visible("大桥通车")).toBe("大桥 桥通 通车 车*");
  });

  it("keeps words, numbers and what stands between them", () => {
    expect(visible("建了4个5G基站， 好。")).toBe("建了 了* 4* 个* 5G* 基站 站* ，␣ 好* 。");
  });

  it("has wide letters and digits as narrow ones", () => {
    expect(visible("５Ｇ")).toBe("5G*");
  });

  it("leaves words as they are where spaces part them", () => {
    expect(visible("Bridge opens", true)).toBe("Bridge ␣ opens");
  });

  it("holds nothing that Pagefind would take for its own, nor the end of a field", () => {
    expect(visible("___PAGEFIND_WEIGHT___9 a¦b")).toBe("___ PAGEFIND* _ WEIGHT* ___ 9* ␣ a* | b*");
  });

  it("can be put together again", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."云河大桥ab1 ，。々ー") }), (text) => {
        const back = tokensOf(text, false)
          .split(" ")
          .map((token) => (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(token) ? token[0] : token))
          .join("")
          .replaceAll("\ua78f", "")
          .replaceAll("␣", " ");
        expect(back).toBe(text.replace(/\s+/g, " "));
      }),
    );
  });
});

describe("a query", () => {
  it.each([
    ["大桥", ["大桥"]],
    ["5G 基站", ["5g*", "基站"]],
    ["5G基站", ["5g*", "基站"]],
    ["林晓禾", ["林晓 晓禾"]],
    ["镜湖的绿道", ["镜湖", "绿道"]],
    ["“云河马拉松”", ["云河", "马拉 拉松"]],
  ])("%s is cut into the tokens of its words", (query, words) => {
    expect(asked(query)).toEqual(words);
  });

  it("has a single ideograph join the word beside it, or leaves it out", () => {
    expect(asked("邓春生")).toEqual(["邓春 春生"]);
    expect(asked("邓春生", { strict: false })).toEqual(["春生"]);
  });

  it("of one ideograph, or of particles, has no word", () => {
    expect(asked("桥")).toEqual([]);
    expect(asked("的")).toEqual([]);
  });

  it("looks for tokens that the text has, whatever its words", () => {
    const text = "云河大桥今晨恢复通车，厂区建了4个9基站，记者林晓禾、邓春生报道";
    const tokens = new Set(tokensOf(text.toLowerCase(), false).split(" "));
    const piece = fc.tuple(fc.nat(text.length - 2), fc.integer({ min: 2, max: 8 }));
    fc.assert(
      fc.property(piece, ([from, length]) => {
        for (const token of wordsOf(text.slice(from, from + length)).flat()) {
          expect(tokens).toContain(token);
        }
      }),
    );
  });
});
