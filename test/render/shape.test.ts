import { describe, expect, it } from "vitest";
import { z } from "zod";
import { pageSchemas } from "../../src/model/page.ts";
import { fieldNames, fieldOf, itemOf, shapeOf } from "../../src/render/shape.ts";

describe("shapeOf", () => {
  it("sees through optional and readonly, and tells markup from text", () => {
    const html = z.custom<string>().meta({ html: true });
    const schema = z.strictObject({
      title: z.string().optional(),
      body: html.optional(),
      list: z.array(z.number()).readonly().optional(),
      extra: z.record(z.string(), z.unknown()).readonly(),
    });
    const kinds = ["title", "body", "list", "extra"].map((name) => fieldOf(shapeOf(schema), name)?.kind);
    expect(kinds).toEqual(["text", "html", "list", "record"]);
  });

  it("knows every field of every kind of page", () => {
    for (const schema of Object.values(pageSchemas)) {
      expect(fieldNames(shapeOf(schema))).toEqual(Object.keys(schema.shape));
    }
  });

  it("refuses a schema that no page uses", () => {
    expect(() => shapeOf(z.date())).toThrow("no shape for a schema of the kind date");
  });

  it("lets each go through lists and records alone", () => {
    const kinds = [z.array(z.string()), z.record(z.string(), z.string()), z.strictObject({}), z.string()].map(
      (schema) => itemOf(shapeOf(schema))?.kind,
    );
    expect(kinds).toEqual(["text", "text", undefined, undefined]);
  });
});
