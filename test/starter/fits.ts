type Schema = Readonly<Record<string, unknown>>;

/** Whether a value fits a JSON Schema. Knows the keywords that ours use, and throws for any other. */
export function fits(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, wanted]) => {
    const check = CHECKS[keyword];
    if (check === undefined) throw new Error(`no check for ${keyword}`);
    return check(wanted as never, value, schema);
  });
}

const CHECKS: Readonly<Record<string, (wanted: never, value: unknown, schema: Schema) => boolean>> = {
  $schema: () => true,
  title: () => true,
  description: () => true,
  type: (types: string | string[], value) => [types].flat().some((type) => isOf(type, value)),
  enum: (values: unknown[], value) => values.includes(value),
  anyOf: (schemas: Schema[], value) => schemas.some((schema) => fits(schema, value)),
  allOf: (schemas: Schema[], value) => schemas.every((schema) => fits(schema, value)),
  maxLength: (most: number, value) => typeof value !== "string" || value.length <= most,
  minimum: (least: number, value) => typeof value !== "number" || value >= least,
  maximum: (most: number, value) => typeof value !== "number" || value <= most,
  items: (item: Schema, value) => !Array.isArray(value) || value.every((element) => fits(item, element)),
  required: (names: string[], value) => !isMap(value) || names.every((name) => name in value),
  properties: (parts: Record<string, Schema>, value) =>
    !isMap(value) ||
    Object.entries(parts).every(([name, part]) => !(name in value) || fits(part, value[name])),
  additionalProperties: (rest: false | Schema, value, { properties = {} }) =>
    !isMap(value) ||
    Object.entries(value).every(
      ([name, element]) => name in (properties as Schema) || (rest !== false && fits(rest, element)),
    ),
};

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isMap(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
