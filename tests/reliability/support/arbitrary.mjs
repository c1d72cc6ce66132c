// Values from the schemas of an OpenAPI document: mostly good ones, some of them spoiled somewhere,
// and texts that are no clean JSON at all.
import fc from "fast-check";

const odd_strings = [
  "",
  " ",
  "\0",
  "a\0b",
  "\u202e",
  "\ud800",
  "\udfff",
  "\ufeff",
  "\u2028",
  "' OR 1=1 --",
  '"; DROP TABLE plans; --',
  "../../etc/passwd",
  "=1+1",
  "<script>alert(1)</script>",
  "%s%n%x",
  "\r\nX: y",
  "x".repeat(5000),
  "é".repeat(201),
  "2026-02-30",
  "0000-00-00",
  "9999-12-31",
  "2026-13-01",
  "-1",
  "1e5",
  "null",
  "true",
  "62",
  "62.02",
  "rad_pks",
  "𝕏",
];
const odd_numbers = [
  0,
  -0,
  -1,
  1,
  1.5,
  1e21,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  -(2 ** 63),
  2 ** 64,
];

export const anything = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd_strings) },
  { weight: 2, arbitrary: fc.constantFrom(...odd_numbers) },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const texts = (ids) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        "Rencana",
        "62",
        "62.02",
        "62.71",
        "rad_pks",
        "rad_p3aks",
        "sahli",
        "prevention",
        "B04",
        "B12",
        "biasa",
        ...ids,
      ),
    },
    { weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom(...odd_strings) },
  );

const formats = {
  date: fc.constantFrom("2026-01-01", "2026-10-20", "2026-12-31", "2027-02-28", "2026-02-30"),
  email: fc.constantFrom("a@example.org", "a.b@example.org", "a", "a@b\r\nc", "@"),
};

// What a schema describes, at every place with a chance of one in ten something else.
export function from_schema(schema, resolve, ids) {
  const good = good_of(resolve(schema) ?? {}, resolve, ids);
  return fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: anything });
}

function good_of(schema, resolve, ids) {
  const of = (one) => from_schema(one, resolve, ids);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(of));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => good_of({ ...schema, type }, resolve, ids)));
  switch (schema.type) {
    case "object":
      return object_of(schema, of);
    case "array":
      return fc.array(schema.items ? of(schema.items) : anything, { maxLength: 4 });
    case "integer":
      return fc.oneof(fc.constantFrom(1, 2, 2026, 2027, 2031), fc.integer());
    case "number":
      return fc.oneof(
        fc.constantFrom(0, 1, 50, 75.5, 100),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      );
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return formats[schema.format] ?? texts(ids);
  }
}

function object_of(schema, of) {
  const known = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, of(one)]);
  const required = fc.record(Object.fromEntries(known), { requiredKeys: schema.required ?? [] });
  const more = fc.dictionary(
    fc.constantFrom("id", "version", "state", "__proto__", "a/b~c", "", "\0"),
    anything,
    { maxKeys: 2 },
  );
  return fc.oneof(
    { weight: 8, arbitrary: required },
    { weight: 1, arbitrary: fc.tuple(required, more).map(([own, odd]) => ({ ...odd, ...own })) },
  );
}

// Bodies that are no clean JSON: every one is 400 where JSON is read.
export const no_json = [
  "{",
  "}",
  "[",
  "{}x",
  "{} {}",
  '{"a":}',
  '{"a":01}',
  '{"a":+1}',
  '{"a":.5}',
  '{"a":NaN}',
  '{"a":Infinity}',
  "{'a':1}",
  "{a:1}",
  '{"a":1,}',
  "[1,]",
  "// no\n{}",
  '{"a":1e400}',
  '{"a":-1e400}',
  "\ufeff{}",
  '{"a":"\\ud800"}',
  '{"a":"\\udfff\\ud800"}',
  '{"a":"\t"}',
  '{"a":"\0"}',
  '{"a":"\\x41"}',
  '{"a":1,"a":2}',
  '{"":1,"":2}',
  '{"b":[{"a":1,"\\u0061":2}]}',
  "tru",
  "nul",
  '"',
  "\0",
  "[".repeat(100_000),
  `${"[".repeat(33)}${"]".repeat(33)}`,
  '{"a":'.repeat(50_000),
  `${'{"a":'.repeat(33)}1${"}".repeat(33)}`,
]
  .map((text) => Buffer.from(text))
  .concat([
    Buffer.from([0x22, 0xff, 0x22]),
    Buffer.from([0x22, 0xc0, 0xaf, 0x22]),
    Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
    Buffer.from([0x22, 0xf4, 0x90, 0x80, 0x80, 0x22]),
    Buffer.from("7b7d", "utf16le"),
    Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
  ]);

// Clean JSON that no operation wants: refused, by whatever rule comes first.
export const unwanted = [
  "null",
  "[]",
  "7",
  '"text"',
  "true",
  "[{}]",
  '{"__proto__":{"a":1}}',
  '{"constructor":1}',
  '{"a/b~c":-0}',
  '{"":""}',
  `{"title":"${"x".repeat(900_000)}"}`,
  `{"a":${"9".repeat(10_000)}}`,
  `{"a":1e-${"9".repeat(20)}}`,
  `${"[".repeat(32)}${"]".repeat(32)}`,
  `{${Array.from({ length: 5000 }, (_, i) => `"m${i}":1`).join(",")}}`,
].map((text) => Buffer.from(text));
