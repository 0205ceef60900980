import type { Data, Processor } from "unified";
import { endsUrl } from "./cjk.ts";

type Extension = NonNullable<Data["micromarkExtensions"]>[number];
type ConstructMap = NonNullable<Extension["text"]>;
type Constructs = NonNullable<ConstructMap[string]>;
type Construct = Exclude<Constructs, readonly unknown[]>;
type Previous = NonNullable<Construct["previous"]>;
type State = Parameters<Construct["tokenize"]>[1];
type Code = Parameters<State>[0];
type Effects = Parameters<Construct["tokenize"]>[0];
type Part = Parameters<Effects["attempt"]>[0];

/**
 * Makes bare addresses (`https://…`, `www.…`) end before Chinese text and punctuation, and start after it. Used after
 * GFM, whose constructs it wraps. GFM's second search through finished text is taken out: it knows no such end.
 */
export function cjkAutolinks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(wrapExtension);
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) =>
      extension.enter && "literalAutolink" in extension.enter ? { ...extension, transforms: [] } : extension,
    );
}

function wrapExtension(extension: Extension): Extension {
  if (extension.text === undefined) return extension;
  const text: ConstructMap = {};
  for (const [code, constructs] of Object.entries(extension.text)) {
    if (constructs !== undefined) text[code] = wrapConstructs(constructs);
  }
  return { ...extension, text };
}

function wrapConstructs(constructs: Constructs): Constructs {
  return Array.isArray(constructs) ? constructs.map(wrapConstruct) : wrapConstruct(constructs);
}

function wrapConstruct(construct: Construct): Construct {
  if (construct.name === "protocolAutolink") return endingAtCjk(construct, construct.previous);
  if (construct.name !== "wwwAutolink") return construct;
  const previous: Previous = function (code) {
    return isCjk(code) || (construct.previous?.call(this, code) ?? true);
  };
  return endingAtCjk(construct, previous);
}

/** The construct, shown the end of the text where a CJK character stands, and the start of the text where one stands before it. */
function endingAtCjk(construct: Construct, previous: Previous | undefined): Construct {
  return {
    ...construct,
    ...(previous === undefined ? {} : { previous }),
    tokenize(effects, ok, nok) {
      let actual: Code = null;
      let hasLeft = false;
      const guard =
        (state: State): State =>
        (code) => {
          actual = code;
          const next = state(isCjk(code) ? null : code);
          return next === undefined || hasLeft ? next : guard(next);
        };
      const leaving =
        (state: State): State =>
        () => {
          hasLeft = true;
          return state(actual);
        };
      const self = isCjk(this.previous) ? Object.create(this, { previous: { value: null } }) : this;
      const inner = telling(effects, () => actual);
      return guard(construct.tokenize.call(self, inner, leaving(ok), leaving(nok)));
    },
  };
}

/** The tokenizer's effects, whose attempts hear the character that really stands there when a part of the construct ends. */
function telling(effects: Effects, actual: () => Code): Effects {
  const tell = (part: Part): Part => {
    if (!isConstruct(part)) return part;
    const { tokenize } = part;
    return {
      ...part,
      tokenize(effects, ok, nok) {
        const inner = telling(effects, actual);
        return tokenize.call(
          this,
          inner,
          () => ok(actual()),
          () => nok(actual()),
        );
      },
    };
  };
  return {
    ...effects,
    attempt: (part, then, otherwise) => effects.attempt(tell(part), then, otherwise),
    check: (part, then, otherwise) => effects.check(tell(part), then, otherwise),
  };
}

function isConstruct(part: Part): part is Construct {
  return "tokenize" in part && typeof part.tokenize === "function";
}

function isCjk(code: Code): boolean {
  return code !== null && endsUrl(code);
}
