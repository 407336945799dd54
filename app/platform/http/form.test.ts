import { describe, expect, test } from "vitest";
import { z } from "zod";
import "~/messages";
import { parseForm, typedValues } from "./form.server";

const schema = z.object({
  name: z.string().optional(),
  products: z.array(z.string()).default([]),
  at: z.object({ number: z.object({ comment: z.string() }).optional() }).optional(),
});

function formOf(...pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

describe("a submitted form", () => {
  test("gives its texts, its choices and what is said at a field of a field", () => {
    const form = formOf(["name", "Chè"], ["products", "a"], ["products", "b"], ["at.number.comment", "mờ"]);
    expect(parseForm(form, schema, "vi").value).toEqual({
      name: "Chè",
      products: ["a", "b"],
      at: { number: { comment: "mờ" } },
    });
    expect(typedValues(form)).toEqual({ name: ["Chè"], products: ["a", "b"], "at.number.comment": ["mờ"] });
  });

  test.each([
    ["a list of four billion entries", "products[4294967294]"],
    ["a list written otherwise", "products[]"],
    ["an object's own machinery", "__proto__"],
    ["a method of every object", "toString"],
    ["a method of every object, further down", "at.constructor.prototype"],
    ["an order to the parser", "__intent__"],
    ["the parser's state", "__state__"],
    ["a name too deep for any page", "a.b.c.d"],
    ["no name", ""],
  ])("passes over %s", (_, name) => {
    const form = formOf(["name", "Chè"], [name, "x"], [name, "y"]);
    expect(parseForm(form, schema, "vi").value).toEqual({ name: "Chè", products: [] });
    expect(typedValues(form)).toEqual({ name: ["Chè"] });
  });

  test("names a field that was left empty, where its schema says what its fields are called", () => {
    const plain = z.object({ name: z.string(), price: z.number({ error: "products:price.required" }) });
    const errorsOf = (asked: z.ZodType) => parseForm(formOf(["name", ""]), asked, "vi").state().errors;
    expect(errorsOf(plain).name).toEqual(["Hãy điền mục này."]);
    expect(errorsOf(plain.describe("products:fact")).name).toEqual(["Còn thiếu “Tên sản phẩm”."]);
    expect(errorsOf(plain.describe("products:fact")).price).toEqual(errorsOf(plain).price);
  });

  test("keeps no password among what was typed", () => {
    expect(typedValues(formOf(["password", "x"], ["passwordCurrent", "y"], ["email", "z"]))).toEqual({ email: ["z"] });
  });
});
