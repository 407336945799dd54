import { z } from "zod";
import { versionField } from "~/platform/http/fields";
import type { Result } from "~/platform/result";
import { readGtin } from "./gtin";
import { readPrice } from "./price";
import { productGroups } from "./product";

const readBy = <T>(read: (text: string) => Result<T>) =>
  z
    .string()
    .max(100, { error: "products:field.tooLong" })
    .transform((text, context): T => {
      const result = read(text);
      if (result.ok) return result.value;
      context.addIssue({ code: "custom", message: `products:${result.code}` });
      return z.NEVER;
    })
    .nullable()
    .default(null);

const facts = {
  group: z.enum(productGroups, { error: "products:missing.group" }),
  name: z.string({ error: "products:missing.name" }).max(300, { error: "products:name.tooLong" }),
  description: z.string().max(5000, { error: "products:description.tooLong" }).default(""),
  price: readBy(readPrice),
  unit: z.string().max(50, { error: "products:unit.tooLong" }).default(""),
  gtin: readBy(readGtin),
};

/** `intent` says whether the product is registered at once or kept as a draft. */
export const addProductSchema = z.object({ id: z.uuid(), ...facts, intent: z.enum(["register", "draft"]) });
export type NewProduct = z.output<typeof addProductSchema>;

/** `changeVersion` is that of the proposal which the form shows and replaces. */
export const editProductSchema = z.object({
  ...facts,
  version: versionField,
  changeVersion: versionField.optional(),
  note: z.string().max(2000, { error: "products:note.tooLong" }).default(""),
  /** The version of the history whose photos come back with it. */
  photosOf: versionField.optional(),
});
export type ProductEdit = Omit<z.output<typeof editProductSchema>, "photosOf" | "note"> & {
  note?: string;
  photos?: readonly string[] | undefined;
};
